import { rowLedgers } from '../../../app/row-ledgers.ts'
import type { ImportPreview, PreviewRow } from '../../../ledgers/imports/import-view.ts'
import { LedgerList, type ListColumn } from '../../lists/ledger-list.tsx'

const columns: readonly ListColumn<PreviewRow>[] = [
  { title: '登记', render: ({ name }) => name || '（没有名称）' },
  { title: '台账', width: 160, render: ({ ledger }) => rowLedgers[ledger].label },
  { title: '结果', width: 90, render: ({ isNew }) => (isNew ? '＋ 新增' : '△ 更新') },
  {
    title: '更新的内容',
    render: ({ lines }) => lines.map(({ label, from, to }) => `${label}由“${from}”改为“${to}”`).join('；'),
  },
]

/** How many rows are new, changed and the same, and the first of them. */
export function PreviewRows({ preview: { counts, rows } }: { preview: ImportPreview }) {
  const written = (counts ?? []).reduce((sum, { added, changed }) => sum + added + changed, 0)
  const changedFirst = [...rows].sort((a, b) => Number(a.isNew) - Number(b.isNew))
  return (
    <>
      <ul className="plain-list gap-below">
        {(counts ?? []).map(({ sheet, added, changed, unchanged }) => (
          <li key={sheet}>
            {sheet}：读到{added + changed + unchanged}行，新增{added}，更新{changed}，与已有的相同{unchanged}
          </li>
        ))}
      </ul>
      {rows.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section className="import-problems" aria-label="新增和更新的行" tabIndex={0}>
          <LedgerList items={changedFirst} columns={columns} keyOf={({ ledger, id }) => `${ledger} ${id}`} empty="" />
        </section>
      ) : null}
      {written > rows.length ? (
        <p className="quiet gap-above">
          以上是前{rows.length}行，共{written}行。
        </p>
      ) : null}
    </>
  )
}
