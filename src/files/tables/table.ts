/** A cell as the file has it: dates of Excel are UTC midnights, formula cells their last result. */
export type RawCell = string | number | boolean | Date | null

/** A sheet of a workbook, or a whole csv file, before anything is known of its meaning. Row n stands at index n - 1. */
export interface Table {
  readonly name: string
  readonly rows: readonly (readonly RawCell[])[]
  readonly date1904?: boolean
}

/** Why a file is no tables; the words for people belong to whoever asked. */
export type TableFault = 'oldForm' | 'locked' | 'tooLarge' | 'tooWide' | 'damaged' | 'noWorkbook' | 'noText'
