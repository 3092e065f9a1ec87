/** A cell as the file has it: dates of Excel are UTC midnights, formula cells their last result. */
export type RawCell = string | number | boolean | Date | null

/** A sheet of a workbook, or a whole csv file, before anything is known of its meaning. Row n stands at index n - 1. */
export interface Table {
  readonly name: string
  readonly rows: readonly (readonly RawCell[])[]
  readonly date1904?: boolean
}

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
