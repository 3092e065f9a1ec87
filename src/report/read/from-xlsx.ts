import { readXlsx } from 'hucre/xlsx'
import { type Page, type PageLine, textLine } from './page.ts'
import { guardZip } from './zip-guard.ts'

const maxRows = 20_000
const maxColumns = 200

/** A page from a workbook: its sheets one after another; of merged cells only the first counts. */
export async function pageFromXlsx(bytes: Uint8Array): Promise<Page> {
  guardZip(bytes)
  const { sheets, properties } = await readXlsx(bytes, { maxRows })
  const lines: PageLine[] = []
  for (const { rows, merges = [] } of sheets.slice(0, 50)) {
    const covered = new Set<string>()
    let reserved = 0
    for (const { startRow, startCol, endRow, endCol } of merges) {
      for (let row = startRow; row <= Math.min(endRow, maxRows); row += 1) {
        for (let column = startCol; column <= Math.min(endCol, maxColumns) && reserved < 500_000; column += 1) {
          reserved += 1
          if (row !== startRow || column !== startCol) covered.add(`${row},${column}`)
        }
      }
    }
    rows.slice(0, maxRows).forEach((row, rowIndex) => {
      const cells: string[] = []
      const columns: number[] = []
      row.slice(0, maxColumns).forEach((value, column) => {
        if (covered.has(`${rowIndex},${column}`)) return
        cells.push(value === null || value === undefined ? '' : String(value).trim())
        columns.push(column)
      })
      const filled = cells.filter((cell) => cell !== '')
      if (filled.length === 0) return
      if (filled.length === 1 && (filled[0] ?? '').length > 20)
        for (const text of filled[0]?.split(/\r?\n/) ?? []) lines.push(textLine(text))
      else lines.push({ cells, columns, isRow: true })
    })
  }
  return { lines, title: properties?.title ?? null, isTorn: false }
}
