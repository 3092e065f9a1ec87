import type { ReportFormat } from '../../../law/report-format.ts'
import { instancesOf } from '../../check/arithmetic.ts'
import type { CellRef } from '../../report.ts'
import { cellsOf } from '../../sheet.ts'
import type { GluedRow, Sum } from './solve.ts'

export const cellKey = ({ table, row, column }: CellRef): string => `${table}/${row}/${column}`

/** A sum of the form, with the words that the checks use for it. */
export interface NamedSum extends Sum {
  readonly where: string
  readonly statement: string
}

/** A table of a form as the solver sees it: rows of cells, those that are summed in themselves, and the sums over rows. */
export interface SummedTable {
  readonly rows: readonly (GluedRow & { readonly sum: NamedSum | null })[]
  readonly sums: readonly NamedSum[]
}

/** The form's own equations for one of its tables: an equation within a row closes the row, the others stay sums. */
export function summedTable(format: ReportFormat, table: CellRef['table']): SummedTable {
  const sums = format.equations
    .filter((equation) => equation.table === table)
    .flatMap((equation) =>
      instancesOf(format, equation).map(
        ({ where, left, right }): NamedSum => ({
          where,
          statement: equation.statement,
          left: left.map(cellKey),
          right: right.map(cellKey),
        }),
      ),
    )
  const cells = cellsOf(format).filter((cell) => cell.table === table)
  const rows = [...Map.groupBy(cells, ({ row }) => row)].map(([id, own]) => {
    const keys = own.map(cellKey)
    const sum = sums.find(({ left, right }) => isWhole(keys, left, right)) ?? null
    return { id, cells: keys, isSummed: sum !== null, sum }
  })
  const closing = new Set(rows.map(({ sum }) => sum))
  return { rows, sums: sums.filter((sum) => !closing.has(sum)) }
}

/** All cells of the row but the last on the left, the last alone on the right. */
const isWhole = (cells: readonly string[], left: readonly string[], right: readonly string[]): boolean =>
  right.length === 1 &&
  right[0] === cells.at(-1) &&
  left.length === cells.length - 1 &&
  left.every((key) => cells.includes(key))
