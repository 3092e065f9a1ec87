import type { RawCell } from '../files/tables/table.ts'

export { cellKey, type RawCell, type Table } from '../files/tables/table.ts'
export type { MergedCells } from './xlsx/book.ts'

export const isBlank = (cell: RawCell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')

export const isBlankRow = (row: readonly RawCell[] | undefined): boolean => (row ?? []).every(isBlank)

/** Letters and digits only, so that spaces, marks, brackets and full width do not matter. */
export const plainLabel = (text: string): string =>
  text
    .slice(0, 300)
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** Column 0 is A. */
export const columnLetter = (index: number): string =>
  (index >= 26 ? columnLetter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))
