import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { reportFormat2021 } from '../../law/report-format-2021.ts'
import { cellName } from '../../report/cell-name.ts'
import type { ReportView } from '../../report/draft/report-view.ts'
import type { Finding } from '../../report/finding.ts'
import { type CellRef, figure } from '../../report/report.ts'
import { type SheetCell, type SheetTable, sheetTables } from '../../report/sheet.ts'
import { cellId, findingsAt } from './places.ts'

/** The three statutory tables; each figure opens onto what it counts, and shows what is found in it. */
export function Sheet({ view, onCell }: { view: ReportView; onCell: (cell: CellRef) => void }) {
  return (
    <>
      <p className="quiet gap-below">
        点任何一格，可以看到它所统计的每一条记录、上年的数和检查结果。
        <span className="legend">
          <span data-mark="error">■</span> 有错误 <span data-mark="warning">▲</span> 有提醒{' '}
          <span data-mark="stated">※</span> 填报数（不是台账统计的）
        </span>
      </p>
      {sheetTables(reportFormat2021).map((table) => (
        <StatutoryTable key={table.id} table={table} view={view} onCell={onCell} />
      ))}
    </>
  )
}

interface TableProps {
  readonly table: SheetTable
  readonly view: ReportView
  readonly onCell: (cell: CellRef) => void
}

function StatutoryTable({ table, view, onCell }: TableProps) {
  const { caption, rows, headRows, id } = table
  const line = (cells: readonly SheetCell[], at: number) => (
    // The rows of a form are fixed, and have no other name.
    <tr key={at}>
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nor have its cells
        <Cell key={index} cell={cell} view={view} onCell={onCell} />
      ))}
    </tr>
  )
  return (
    <section className="wide-table gap-below" aria-label={caption}>
      <table className="plain-table report-sheet" data-table={id}>
        <caption>{caption}</caption>
        {headRows > 0 ? <thead>{rows.slice(0, headRows).map(line)}</thead> : null}
        <tbody>{rows.slice(headRows).map((cells, at) => line(cells, headRows + at))}</tbody>
      </table>
    </section>
  )
}

interface CellProps {
  readonly cell: SheetCell
  readonly view: ReportView
  readonly onCell: (cell: CellRef) => void
}

function Cell({ cell: { label, scope, colspan, rowspan, cell }, view, onCell }: CellProps) {
  if (!cell)
    return (
      <th colSpan={colspan} rowSpan={rowspan} {...(scope && { scope })}>
        {label}
      </th>
    )
  return (
    <td colSpan={colspan} rowSpan={rowspan}>
      <FigureButton cell={cell} view={view} onCell={onCell} />
    </td>
  )
}

const marks = { error: '■', warning: '▲', note: '○' } as const

function FigureButton({ cell, view, onCell }: { cell: CellRef; view: ReportView; onCell: (cell: CellRef) => void }) {
  const now = figure(view.figures, cell)
  const before = view.previous && figure(view.previous, cell)
  const found = findingsAt(view.findings, cell)
  const worst = found.some(({ severity }) => severity === 'error') ? 'error' : found[0]?.severity
  const isStated = view.stated.some((each) => cellId(each) === cellId(cell))
  const name = cellName(reportFormat2021, cell)
  return (
    <Tooltip title={tipOf(before, found)}>
      <button
        type="button"
        className="figure"
        id={`cell-${cellId(cell)}`}
        data-found={worst}
        aria-label={`${name}：${now ?? '没有填写'}${isStated ? '，填报数' : ''}${found.length > 0 ? `，${found.map(({ message }) => message).join('；')}` : ''}`}
        onClick={() => onCell(cell)}
      >
        {worst ? (
          <span data-mark={worst} aria-hidden="true">
            {marks[worst]}
          </span>
        ) : null}
        {now ?? '—'}
        {isStated ? <span data-mark="stated">※</span> : null}
      </button>
    </Tooltip>
  )
}

const tipOf = (before: unknown, found: readonly Finding[]): ReactNode => (
  <>
    {before === null ? '没有上年的报告可比' : `上年：${String(before)}`}
    {found.map(({ code, message }) => (
      <p key={`${code} ${message}`}>{message}</p>
    ))}
  </>
)
