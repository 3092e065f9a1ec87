import type { ReportFormat } from '../../../law/report-format.ts'
import type { CellRef } from '../../report.ts'
import { sheetTables } from '../../sheet.ts'
import type { PageLine } from '../page.ts'

/** A table as rows of a real table on the form's own grid: its headers, and the rows whose cells are known. */
export function gridLines(
  format: ReportFormat,
  table: CellRef['table'],
  rows: ReadonlyMap<string, readonly string[]>,
): PageLine[] {
  const sheet = sheetTables(format).find(({ id }) => id === table)
  if (!sheet) return []
  let covered: number[] = []
  return sheet.rows.flatMap((row): PageLine[] => {
    let column = 0
    const next = covered.map((left) => Math.max(0, left - 1))
    const begins = row.map(({ colspan, rowspan }) => {
      while ((covered[column] ?? 0) > 0) column += 1
      const at = column
      for (; column < at + colspan; column += 1) next[column] = rowspan - 1
      return at
    })
    covered = next
    const used = new Map<string, number>()
    const texts = row.map(({ label, cell }) => {
      if (!cell) return label ?? ''
      const index = used.get(cell.row) ?? 0
      used.set(cell.row, index + 1)
      return rows.get(cell.row)?.[index]
    })
    const known = texts.filter((text) => text !== undefined)
    return known.length === row.length ? [{ cells: known, columns: begins, isRow: true }] : []
  })
}
