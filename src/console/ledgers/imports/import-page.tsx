import { DownloadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Progress, Select } from 'antd'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import { rowLedgers } from '../../../app/row-ledgers.ts'
import { HowToRead, type ImportAnswer, type ImportPreview } from '../../../ledgers/imports/import-view.ts'
import { RowLedgerId, rowKeepers } from '../../../ledgers/rows/row-ledger.ts'
import { FileButton } from '../../fields/file-button.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { useWanted } from '../../shell/use-wanted.ts'
import { Guarded } from '../../states/guarded.tsx'
import { ledgers } from '../ledgers-api.ts'
import { ImportOutcome } from './import-outcome.tsx'
import { ImportSteps } from './import-steps.tsx'
import { PastedRows } from './pasted-rows.tsx'

const registers = RowLedgerId.options.map((id) => ({ value: id, label: rowLedgers[id].label }))

/** A file or pasted rows into a register: looked at first, then taken in as a whole. */
export function ImportPage() {
  const { wanted } = useWanted()
  const [ledger, setLedger] = useState(RowLedgerId.safeParse(wanted.ledger).data ?? null)
  const [file, setFile] = useState<File | null>(null)
  const [done, setDone] = useState<ImportAnswer | null>(null)
  const look = useLook()
  const begin = (given: File, into: RowLedgerId | null) => {
    setFile(given)
    setLedger(into)
    setDone(null)
    look.send(given, HowToRead.parse({ ledger: into }))
  }
  const choose = (into: RowLedgerId | null) => (file && !done ? begin(file, into) : setLedger(into))
  return (
    <Guarded to={rowKeepers}>
      <div className="page">
        <PageHead
          title="导入台账"
          lead="先逐格检查，看清楚会新增、更新哪些，再整批导入；有一处错误就全部不导入，导错的可以整批撤销。"
        >
          <Link to="/ledgers/imports">以往的导入</Link>
        </PageHead>
        <section className="panel gap-below" aria-label="选择文件">
          <Choice ledger={ledger} onLedger={choose} isBusy={look.isPending} onFile={(given) => begin(given, ledger)} />
          {file ? <p className="gap-above">已选择：{file.name}</p> : null}
          {look.isPending ? <Progress percent={look.percent} status="active" aria-label="上传" /> : null}
          <p className="quiet" role="status">
            {look.isPending ? (look.percent < 100 ? '正在上传……' : '正在逐格检查，行数多的要几秒钟……') : ''}
          </p>
          {look.error ? (
            <Alert className="gap-above" type="error" showIcon role="alert" title={look.error.message} />
          ) : null}
        </section>
        {done ? <ImportOutcome answer={done} /> : null}
        {file && look.seen && !done ? (
          <ImportSteps
            file={file}
            how={look.seen.how}
            preview={look.seen.preview}
            isBusy={look.isPending}
            onHow={(how) => look.send(file, how)}
            onDone={setDone}
          />
        ) : null}
      </div>
    </Guarded>
  )
}

/** Looking at what a file would do. */
function useLook() {
  const client = useQueryClient()
  const [percent, setPercent] = useState(0)
  const [seen, setSeen] = useState<{ readonly how: HowToRead; readonly preview: ImportPreview } | null>(null)
  const looking = useMutation({
    mutationFn: ({ file, how }: { file: File; how: HowToRead }) => ledgers.previewImport(file, how, setPercent),
    onSuccess: (preview, { how }) => {
      setSeen({ how, preview })
      return client.invalidateQueries({ queryKey: ['channels', 'all'] })
    },
    onError: () => setSeen(null),
  })
  return {
    percent,
    seen,
    isPending: looking.isPending,
    error: looking.error,
    send: (file: File, how: HowToRead) => {
      setPercent(0)
      looking.mutate({ file, how })
    },
  }
}

function Choice({ ledger, onLedger, isBusy, onFile }: ChoiceProps) {
  const id = useId()
  const template = `/api/console/ledgers/imports/template${ledger ? `?ledger=${ledger}` : ''}`
  return (
    <>
      <div className="row import-choice">
        <label htmlFor={id}>导入到</label>
        <Select
          id={id}
          allowClear
          className="import-register"
          placeholder="按工作表的名称识别"
          options={registers}
          value={ledger}
          onChange={(value) => onLedger(value ?? null)}
        />
        <FileButton accept=".xlsx,.csv" label="选择文件" isBusy={isBusy} onFile={onFile} />
        <Button href={template} icon={<DownloadOutlined aria-hidden />}>
          下载模板
        </Button>
      </div>
      <p className="quiet gap-above">
        可以是按模板填写的，也可以是其他系统、公众号后台导出的 .xlsx 或者
        .csv；表头与模板不同的，在下一步对应。行政许可、行政处罚还可以是双公示数据标准的表（表头为数据项编码或者名称），各项内容一并登记；已经登记的文号不改动。
      </p>
      <PastedRows isBusy={isBusy} onFile={onFile} />
    </>
  )
}

interface ChoiceProps {
  readonly ledger: RowLedgerId | null
  readonly onLedger: (id: RowLedgerId | null) => void
  readonly isBusy: boolean
  readonly onFile: (file: File) => void
}
