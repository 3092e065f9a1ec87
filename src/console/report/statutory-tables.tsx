import type { ReactNode } from 'react'
import type { ReportFormat } from '../../law/report-format.ts'
import { reportFormat2021 } from '../../law/report-format-2021.ts'
import type { CellRef } from '../../report/report.ts'
import { type SheetCell, type SheetTable, sheetTables } from '../../report/sheet.ts'

interface Props {
  /** What stands in a place of the form. */
  readonly figure: (cell: CellRef) => ReactNode
  /** The form that the report follows; that of 2021 where nothing else is said. */
  readonly format?: ReportFormat
}

/** The three statutory tables as they are printed, with whatever the page puts into their places. */
export const StatutoryTables = ({ figure, format = reportFormat2021 }: Props) =>
  sheetTables(format).map((table) => <StatutoryTable key={table.id} table={table} figure={figure} />)

function StatutoryTable({ table, figure }: Props & { table: SheetTable }) {
  const { caption, rows, headRows, id } = table
  const line = (cells: readonly SheetCell[], at: number) => (
    // The rows of a form are fixed, and have no other name.
    <tr key={at}>
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nor have its cells
        <Place key={index} cell={cell} figure={figure} />
      ))}
    </tr>
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its frame is moved with the keyboard, too
    <section className="wide-table gap-below" aria-label={caption} tabIndex={0}>
      <table className="plain-table report-sheet" data-table={id}>
        <caption>{caption}</caption>
        {headRows > 0 ? <thead>{rows.slice(0, headRows).map(line)}</thead> : null}
        <tbody>{rows.slice(headRows).map((cells, at) => line(cells, headRows + at))}</tbody>
      </table>
    </section>
  )
}

function Place({ cell: { label, scope, colspan, rowspan, cell }, figure }: Props & { cell: SheetCell }) {
  if (!cell)
    return (
      <th colSpan={colspan} rowSpan={rowspan} {...(scope && { scope })}>
        {label}
      </th>
    )
  return (
    <td colSpan={colspan} rowSpan={rowspan}>
      {figure(cell)}
    </td>
  )
}
