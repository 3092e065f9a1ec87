import { numbersOf } from './requests-sums.ts'
import type { RowCells } from './row-figures.ts'

/**
 * True when the last cell of the rows is not the sum of the others, but another cell is in every row: the columns do not
 * stand in the usual order. Rows with cells missing prove nothing.
 */
export function totalStandsElsewhere(rows: readonly RowCells[]): boolean {
  const whole = rows.flatMap((cells) => {
    const numbers = numbersOf(cells)
    return numbers?.some((value) => value !== 0) ? [numbers] : []
  })
  const [first] = whole
  if (!first) return false
  const isTotal = (column: number): boolean =>
    whole.every((row) => row.reduce((sum, value) => sum + value, 0) === 2 * (row[column] ?? 0))
  const last = first.length - 1
  return !isTotal(last) && first.some((_, column) => column !== last && isTotal(column))
}
