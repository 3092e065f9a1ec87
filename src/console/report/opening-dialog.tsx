import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import type { Opening } from '../../report/draft/opening.ts'
import type { ReportView } from '../../report/draft/report-view.ts'
import type { StatedFigure } from '../../report/draft/stated.ts'
import { figure } from '../../report/report.ts'
import { FileButton } from '../fields/file-button.tsx'
import { reports } from './report-api.ts'

type Read = Opening & { readonly fileName: string }

/** Takes over what last year's report carries forward, cell by cell, where it was made elsewhere. */
export function OpeningDialog({ view, onState, onClose }: OpeningDialogProps) {
  const { year } = view
  const reading = useMutation({ mutationFn: (file: File) => reports.opening(year, file) })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const take = (read: Read) => {
    for (const { cell, value } of read.cells.filter((each) => chosen.includes(each.cell)))
      onState({
        cell,
        value: String(value),
        reason: '上年的申请没有在本平台登记，按上年报告结转',
        source: `${read.year}年度报告（${read.fileName}）第三部分“四、结转下年度继续办理”`.slice(0, 300),
      })
    onClose()
  }
  const { data } = reading
  return (
    <Modal
      open
      width={680}
      title={`由${year - 1}年度报告带入上年结转`}
      okText={`带入选定的${chosen.length}格`}
      cancelText="关闭"
      okButtonProps={{ disabled: !data || chosen.length === 0 }}
      onOk={() => data && take(data)}
      onCancel={onClose}
    >
      <p className="gap-below">
        用于上年的申请没有在本平台登记的情况。选本机关上年公布的报告（网页、Word、PDF、Excel），读出“结转下年度继续办理”各格，逐格核对后带入。
      </p>
      <FileButton
        accept=".docx,.pdf,.html,.htm,.xlsx,.json,.txt"
        label="选择上年的报告"
        isBusy={reading.isPending}
        onFile={(file) => {
          setChosen([])
          reading.mutate(file)
        }}
      />
      <div className="gap-above" aria-live="polite">
        {reading.error ? <Alert type="error" showIcon title={reading.error.message} /> : null}
        {data ? <ReadCells view={view} read={data} chosen={chosen} onChoose={setChosen} /> : null}
      </div>
    </Modal>
  )
}

interface OpeningDialogProps {
  readonly view: ReportView
  readonly onState: (stated: StatedFigure) => void
  readonly onClose: () => void
}

interface ReadCellsProps {
  readonly view: ReportView
  readonly read: Read
  readonly chosen: readonly string[]
  readonly onChoose: (cells: readonly string[]) => void
}

function ReadCells({ view, read, chosen, onChoose }: ReadCellsProps) {
  const all = read.cells.map(({ cell }) => cell)
  return (
    <>
      {read.organ === null ? (
        <Alert className="gap-below" type="warning" showIcon title="没有读出报告是哪个机关的，请核对文件" />
      ) : null}
      {read.missing.length > 0 ? (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          title={`有${read.missing.length}格没有读出，不按零计，请对照原件另行填报`}
          description={read.missing.join('；')}
        />
      ) : null}
      {all.length > 0 ? (
        <table className="plain-table">
          <caption className="read-only-text">读出的上年结转</caption>
          <thead>
            <tr>
              <th scope="col">核对</th>
              <th scope="col">本年报告中的位置</th>
              <th scope="col" className="number">
                上年报告
              </th>
              <th scope="col" className="number">
                台账现在
              </th>
            </tr>
          </thead>
          <tbody>
            {read.cells.map(({ cell, name, value }) => (
              <tr key={cell}>
                <td>
                  <Checkbox
                    aria-label={`带入${name}`}
                    checked={chosen.includes(cell)}
                    onChange={({ target }) =>
                      onChoose(target.checked ? [...chosen, cell] : chosen.filter((each) => each !== cell))
                    }
                  />
                </td>
                <th scope="row">{name}</th>
                <td className="number">{value}</td>
                <td className="number">
                  {figure(view.counted, { table: 'requests', row: 'carriedOver', column: cell.split('/')[1] ?? '' })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {all.length > 0 ? (
        <Button className="gap-above" size="small" onClick={() => onChoose(all)}>
          各格都核对过了，全选
        </Button>
      ) : null}
    </>
  )
}
