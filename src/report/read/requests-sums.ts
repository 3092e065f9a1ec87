import { leafColumns, leafRows, type ReportFormat } from '../../law/report-format.ts'
import { readFigure } from './printed-figure.ts'
import type { RowCells } from './row-figures.ts'

/** Figures of section three by row, in the order of its columns. */
export type Grid = ReadonlyMap<string, readonly number[]>

/** Numbers of a row; undefined when a cell states none. */
export function numbersOf(cells: RowCells): number[] | undefined {
  const numbers = cells.map((text) => (text === null ? undefined : readFigure(text, 'count')))
  return numbers.every((value) => typeof value === 'number') ? numbers : undefined
}

/** How many sums of section three hold, and how many do not, as far as all their cells are there. */
export function countSums(
  format: ReportFormat,
  grid: Grid,
): { whole: number; brokenRows: number; brokenColumns: number } {
  const columns = leafColumns(format.requests.columns).map(({ id }) => id)
  const rows = leafRows(format.requests.rows).map(({ id }) => id)
  let whole = 0
  let brokenRows = 0
  let brokenColumns = 0
  for (const { table, across, left, right } of format.equations) {
    if (table !== 'requests') continue
    if (across === 'columns') {
      for (const row of rows) {
        const cells = grid.get(row)
        if (!cells) continue
        whole += 1
        if (sum(left.map((id) => cells[columns.indexOf(id)])) !== sum(right.map((id) => cells[columns.indexOf(id)])))
          brokenRows += 1
      }
    } else {
      columns.forEach((_, column) => {
        const sides = [left, right].map((side) => sum(side.map((id) => grid.get(id)?.[column])))
        if (sides.some((side) => side === undefined)) return
        whole += 1
        if (sides[0] !== sides[1]) brokenColumns += 1
      })
    }
  }
  return { whole, brokenRows, brokenColumns }
}

const sum = (terms: readonly (number | undefined)[]): number | undefined =>
  terms.reduce<number | undefined>(
    (total, term) => (total === undefined || term === undefined ? undefined : total + term),
    0,
  )

/** Every row and every sum of the form is there, and holds. */
export function provesAll(format: ReportFormat, grid: Grid): boolean {
  const rows = leafRows(format.requests.rows)
  if (rows.some(({ id }) => !grid.has(id))) return false
  const { brokenRows, brokenColumns } = countSums(format, grid)
  return brokenRows === 0 && brokenColumns === 0
}
