import { Button, Select } from 'antd'
import { useState } from 'react'
import { rowLedgers } from '../../../app/row-ledgers.ts'
import { RowLedgerId } from '../../../ledgers/rows/row-ledger.ts'
import type { Mapping, SheetHeads } from '../../../workbooks/mapping.ts'
import { AlwaysFields } from './always-fields.tsx'

const leftOut = '—'

/** Which column of the register each head of a file is, and what all rows say where the file has no such column. */
export function HeadsForm({ sheet, mapping, isBusy, onMapping }: HeadsFormProps) {
  const { columns } = rowLedgers[RowLedgerId.parse(sheet.ledger)]
  const [heads, setHeads] = useState<Mapping['heads']>(() =>
    Object.fromEntries(
      sheet.heads.map(({ text, column }) => [text, mapping?.heads[text] ?? (mapping ? null : column)]),
    ),
  )
  const [always, setAlways] = useState<Mapping['always']>(mapping?.always ?? {})
  const used = Object.values(heads)
  const lacking = columns.filter(({ id, required, kind }) => !used.includes(id) && (required || kind === 'choice'))
  const isComplete = lacking.every(({ id, required }) => !required || (always[id] ?? '') !== '')
  const say = () => {
    const said = Object.entries(always).filter(([id, value]) => value !== '' && lacking.some((each) => each.id === id))
    onMapping({ heads, always: Object.fromEntries(said), words: mapping?.words ?? {} })
  }
  const form = (
    <>
      <p className="quiet gap-below">
        {mapping
          ? '已按以下对应读取，同样表头的文件下次照此读取；可以改动后重新检查。'
          : '这个文件的表头与模板不同。请核对每一列是台账的哪一项，不要的选“不导入”；导入后，同样表头的文件下次照此读取。'}
      </p>
      <div className="wide-table">
        <table className="plain-table">
          <caption className="read-only-text">文件的表头和台账的项目</caption>
          <thead>
            <tr>
              <th scope="col">文件里的列</th>
              <th scope="col">是台账的</th>
              <th scope="col">第一行的内容</th>
            </tr>
          </thead>
          <tbody>
            {sheet.heads.map(({ text, sample }) => (
              <tr key={text}>
                <th scope="row">{text}</th>
                <td>
                  <Select
                    className="import-register"
                    aria-label={`“${text}”是台账的`}
                    value={heads[text] ?? leftOut}
                    options={[
                      { value: leftOut, label: '不导入' },
                      ...columns.map(({ id, header }) => ({ value: id, label: header })),
                    ]}
                    onChange={(id) => setHeads({ ...heads, [text]: id === leftOut ? null : id })}
                  />
                </td>
                <td className="typed-words">{sample}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lacking.length > 0 ? <AlwaysFields columns={lacking} always={always} onAlways={setAlways} /> : null}
      <p className="gap-above">
        <Button type={mapping ? 'default' : 'primary'} disabled={isBusy || !isComplete} onClick={say}>
          {mapping ? '重新检查' : '按这样读取'}
        </Button>{' '}
        {isComplete ? null : <span className="why">请先填写文件里没有、而台账必须有的各项。</span>}
      </p>
    </>
  )
  return (
    <section className="panel gap-below" aria-label="表头对应">
      {mapping ? (
        <details>
          <summary>表头对应（已确定）</summary>
          {form}
        </details>
      ) : (
        <>
          <h2>表头对应</h2>
          {form}
        </>
      )}
    </section>
  )
}

interface HeadsFormProps {
  readonly sheet: SheetHeads
  /** How it was read; undefined where nobody has said yet. */
  readonly mapping: Mapping | undefined
  readonly isBusy: boolean
  readonly onMapping: (mapping: Mapping) => void
}
