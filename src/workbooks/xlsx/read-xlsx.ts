import { readXlsx as readWorkbook, type Sheet } from 'hucre/xlsx'
import type { ReadBook, ReadSheet } from './book.ts'

export interface Wish {
  /** Of each sheet; what stands below is not read. */
  readonly maxRows?: number
  /** Formats of numbers, fonts and rich text; without them a file is read faster. */
  readonly withStyles?: boolean
  /** Is asked of each sheet in its turn, before it is read. */
  readonly isWanted?: (name: string, isHidden: boolean, place: number) => boolean
}

/**
 * A workbook as it is stored. Throws for what is none. A file from outside is read in a process apart, and only when `readZip`
 * has let it through.
 */
export async function readXlsx(
  bytes: Uint8Array,
  { maxRows, withStyles = false, isWanted }: Wish = {},
): Promise<ReadBook> {
  const { sheets, properties, dateSystem } = await readWorkbook(bytes, {
    readStyles: withStyles,
    ...(maxRows !== undefined && { maxRows }),
    ...(isWanted && { sheets: (sheet, place) => isWanted(sheet.name, isHidden(sheet), place) }),
  })
  return { sheets: sheets.map(sheetOf), title: properties?.title ?? null, date1904: dateSystem === '1904' }
}

const isHidden = ({ hidden, veryHidden }: Pick<Sheet, 'hidden' | 'veryHidden'>): boolean =>
  hidden === true || veryHidden === true

const sheetOf = (sheet: Sheet): ReadSheet => ({
  name: sheet.name,
  rows: sheet.rows,
  cells: sheet.cells ?? new Map(),
  rowDefs: sheet.rowDefs ?? new Map(),
  // Only those are there of which the file says something.
  columns: Array.from(sheet.columns ?? [], (column: ReadSheet['columns'][number] | undefined) => column ?? {}),
  merges: sheet.merges ?? [],
  isFiltered: sheet.autoFilter !== undefined,
  isHidden: isHidden(sheet),
})
