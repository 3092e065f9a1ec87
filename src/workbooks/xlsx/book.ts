import type { CellStyle, Font } from './cell-style.ts'

/** A day of Excel is the UTC midnight of that day. */
export type CellValue = string | number | boolean | Date | null

/** Counted from nought, the last ones included. */
export interface MergedCells {
  readonly startRow: number
  readonly startCol: number
  readonly endRow: number
  readonly endCol: number
}

export interface RowLook {
  /** In points. */
  readonly height?: number
  readonly hidden?: boolean
}

export interface ColumnLook {
  /** In characters. */
  readonly width?: number
  readonly hidden?: boolean
  readonly style?: CellStyle
}

/** A cell as it was found. */
export interface ReadCell {
  readonly value: CellValue
  readonly formula?: string
  readonly style?: Pick<CellStyle, 'font' | 'numFmt'>
  readonly richText?: readonly { readonly text: string; readonly font?: Font }[]
}

export interface ReadSheet {
  readonly name: string
  /** The values, of a formula its last result; row n of the sheet stands at index n - 1. */
  readonly rows: CellValue[][]
  /** What is known of a cell beside its value, by `row,column` from nought. */
  readonly cells: ReadonlyMap<string, ReadCell>
  readonly rowDefs: ReadonlyMap<number, RowLook>
  readonly columns: readonly Omit<ColumnLook, 'style'>[]
  readonly merges: readonly MergedCells[]
  readonly isFiltered: boolean
  readonly isHidden: boolean
}

export interface ReadBook {
  readonly sheets: readonly ReadSheet[]
  readonly title: string | null
  /** Its days are counted from 1904. */
  readonly date1904: boolean
}

/** A cell to be written; what it does not say is taken from `rows`. */
export interface WrittenCell {
  value?: CellValue
  type?: 'string' | 'number' | 'empty'
  style?: CellStyle
  comment?: { author: string; text: string }
}

/** What Excel lets into cells. */
export interface EntryRule {
  readonly range: string
  readonly type: 'list' | 'date' | 'decimal' | 'textLength'
  readonly operator?: 'between' | 'lessThanOrEqual'
  readonly formula1?: string
  readonly formula2?: string
  readonly allowBlank?: boolean
  readonly showErrorMessage?: boolean
  readonly showInputMessage?: boolean
  readonly inputTitle?: string
  readonly inputMessage?: string
  readonly errorStyle?: 'warning'
  readonly errorTitle?: string
  readonly errorMessage?: string
}

export interface WrittenSheet {
  name: string
  rows: CellValue[][]
  cells?: Map<string, WrittenCell>
  rowDefs?: Map<number, RowLook>
  columns?: ColumnLook[]
  merges?: MergedCells[]
  freezePane?: { rows?: number; columns?: number }
  dataValidations?: EntryRule[]
  pageSetup?: {
    paperSize: 'a4'
    orientation: 'portrait' | 'landscape'
    fitToPage: boolean
    fitToWidth: number
    /** 0: as many pages as it takes. */
    fitToHeight: number
    printTitlesRow?: string
    horizontalCentered?: boolean
  }
  view?: { showGridLines?: boolean; tabColor?: { rgb: string } }
  a11y?: { summary: string }
  hidden?: boolean
}

export interface WrittenBook {
  sheets: WrittenSheet[]
  properties?: { title?: string; creator?: string; created?: Date; modified?: Date }
  defaultFont?: Font
}
