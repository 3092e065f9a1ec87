/** The shape in which every format of the annual report is declared. Readers walk this tree; none knows a row by name. */

/** A row that carries figures. `article` is where the 条例 (or the notice) roots it. */
export interface LeafRow {
  readonly id: string
  readonly label: string
  readonly article?: string
}

/** A row group: its caption carries no figure. */
export interface GroupRow {
  readonly id: string
  readonly label: string
  readonly rows: readonly Row[]
}

export type Row = LeafRow | GroupRow

/** A column with figures, or a caption over several. */
export interface LeafColumn {
  readonly id: string
  readonly label: string
  /** How the figure is written: a whole number, 万元 as a decimal, a signed change, or text as printed. */
  readonly kind?: 'count' | 'amountWan' | 'delta' | 'asPrinted'
}

export interface GroupColumn {
  readonly id: string
  readonly label: string
  readonly columns: readonly Column[]
}

export type Column = LeafColumn | GroupColumn

/** One of the stacked blocks of section two: an item of art. 20 with its own columns. Cell id = `row.column`. */
export interface ProactiveBlock {
  readonly item: number
  readonly caption: string
  readonly columns: readonly LeafColumn[]
  readonly rows: readonly LeafRow[]
}

export type EquationCode = 'ROW_TOTAL' | 'RESULTS_TOTAL' | 'BALANCE' | 'REMEDY_TOTAL'

/**
 * Sum of `left` equals sum of `right`. `across: 'columns'` names columns and holds in every row;
 * `across: 'rows'` names rows and holds in every column.
 */
export interface Equation {
  readonly code: EquationCode
  readonly table: 'requests' | 'remedies'
  readonly across: 'rows' | 'columns'
  readonly left: readonly string[]
  readonly right: readonly string[]
  readonly statement: string
}

export type SectionId = 'overview' | 'proactive' | 'requests' | 'remedies' | 'problems' | 'otherMatters'

export interface ReportFormat {
  readonly id: '2019' | '2021'
  readonly notice: string
  readonly issuedOn: string
  readonly firstYear: number
  readonly lastYear: number | null
  readonly sections: readonly { readonly id: SectionId; readonly heading: string; readonly article: string }[]
  readonly proactive: readonly ProactiveBlock[]
  readonly requests: { readonly corner: string; readonly columns: readonly Column[]; readonly rows: readonly Row[] }
  readonly remedies: { readonly columns: readonly Column[] }
  readonly equations: readonly Equation[]
}

export const isGroupRow = (row: Row): row is GroupRow => 'rows' in row
export const isGroupColumn = (column: Column): column is GroupColumn => 'columns' in column

/** The rows with figures under `rows`, in printed order. */
export const leafRows = (rows: readonly Row[]): LeafRow[] =>
  rows.flatMap((row) => (isGroupRow(row) ? leafRows(row.rows) : [row]))

/** The columns with figures under `columns`, in printed order. */
export const leafColumns = (columns: readonly Column[]): LeafColumn[] =>
  columns.flatMap((column) => (isGroupColumn(column) ? leafColumns(column.columns) : [column]))
