import type { RowHere } from './choose-rows.ts'
import { isOtherTime, timeNamed, timeOfCaption } from './other-time.ts'
import { gridLine } from './requests-table.ts'
import type { Tables } from './tables.ts'

/** Why such a row is given up. */
export const isOfOtherPeriod = '的名称与数字之间写着别的年份，这些数字可能不是本年的'

/** Rows of real tables between whose label and figures a cell names another year than the report's, as where two years stand below each other. */
export const rowsOfOtherPeriods = (tables: Tables, year: number | null): RowHere[] =>
  tables.rows.filter((row) =>
    (gridLine(tables, row) ?? []).some(({ kind, bare }) => kind === 'text' && isOtherTime(timeNamed(bare), year)),
  )

/** Why such a row is given up. */
export const isUnderOtherYear = '所在的表格上方写着别的年份，这些数字可能不是本年的'

/** Rows of a table above which, between its heading and its first row, a caption names another year than the report's. */
export function rowsUnderOtherYear(tables: Tables, from: number, year: number | null): RowHere[] {
  const { pieces, found, rows } = tables
  const [first] = rows.filter(({ occurrence }) => occurrence.first >= from)
  if (!first || year === null) return []
  const times = pieces.slice(from, first.occurrence.first).flatMap((piece, index) => {
    const isCaption = piece.kind === 'text' && !found.owner[from + index] && !isColumn(tables, from + index)
    return isCaption ? (timeOfCaption(piece.bare) ?? []) : []
  })
  const isOther = isOtherTime(times.at(-1), year)
  return isOther ? rows.filter(({ label }) => label.table === first.label.table) : []
}

/** A cell right of a header of the form speaks of its own column; one left of them all, of the table. */
function isColumn({ pieces, found }: Tables, at: number): boolean {
  const cell = pieces[at]
  return (
    cell?.isGrid === true &&
    pieces.some(
      ({ line }, index) =>
        index < at && line === cell.line && found.owner[index]?.candidates.some(({ kind }) => kind === 'column'),
    )
  )
}
