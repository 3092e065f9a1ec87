import type { CellValue, MergedCells } from '../../workbooks/xlsx/book.ts'

/** A cell as the file has it: dates of Excel are UTC midnights, formula cells their last result. */
export type RawCell = CellValue

/** A sheet of a workbook, or a whole csv file, before anything is known of its meaning. Row n stands at index n - 1. */
export interface Table {
  readonly name: string
  readonly rows: readonly (readonly RawCell[])[]
  readonly date1904?: boolean
  /** What is not to be seen, or not to be read, in a sheet; left out where there is nothing. */
  readonly unseen?: UnseenParts
  /** Cells that are one on the screen; all but the first are blank. Counted from nought, last ones included. */
  readonly merged?: readonly MergedCells[]
  /** Cells of formulas that were never worked out, by `cellKey`: they look blank and are not. */
  readonly unvalued?: ReadonlySet<string>
}

/** Rows and columns count from nought. */
export interface UnseenParts {
  readonly isSheet: boolean
  /** Whether a filter hides the rows, or might. */
  readonly isFiltered: boolean
  readonly rows: readonly number[]
  readonly columns: readonly number[]
}

export const cellKey = (row: number, column: number): string => `${row},${column}`

/** Why a file is no tables; the words for people belong to whoever asked. */
export type TableFault = 'oldForm' | 'locked' | 'tooLarge' | 'tooWide' | 'damaged' | 'noWorkbook' | 'noText'
