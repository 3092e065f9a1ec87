import {
  type Column,
  isGroupColumn,
  isGroupRow,
  type LeafColumn,
  leafColumns,
  leafRows,
  type ReportFormat,
  type Row,
} from '../law/report-format.ts'
import { type CellRef, cellId } from './report.ts'

/** A cell of a printed table: a header with a label, or a place for a figure. Covered cells are left out, as in HTML. */
export interface SheetCell {
  readonly label: string | null
  /** What the header speaks for; null for a figure. */
  readonly scope: 'col' | 'colgroup' | 'row' | 'rowgroup' | null
  readonly colspan: number
  readonly rowspan: number
  readonly cell: CellRef | null
  readonly kind: LeafColumn['kind'] | null
}

/** A statutory table as a grid, derived from the declared format: what every writer walks. */
export interface SheetTable {
  readonly id: CellRef['table']
  readonly caption: string
  readonly width: number
  /** Number of leading rows that are headers; 0 for section two, whose headers stand between its blocks. */
  readonly headRows: number
  readonly rows: readonly (readonly SheetCell[])[]
}

const header = (label: string, scope: SheetCell['scope'], colspan = 1, rowspan = 1): SheetCell => ({
  label,
  scope,
  colspan,
  rowspan,
  cell: null,
  kind: null,
})
const place = (cell: CellRef, kind: LeafColumn['kind'], colspan = 1): SheetCell => ({
  label: null,
  scope: null,
  colspan,
  rowspan: 1,
  cell,
  kind: kind ?? 'count',
})

/** Twelve grid columns carry blocks of two, three and four columns without a ragged edge. */
const proactiveWidth = 12

function proactiveTable(format: ReportFormat): SheetTable {
  const rows = format.proactive.flatMap((block) => {
    const span = proactiveWidth / (block.columns.length + 1)
    return [
      [header(block.caption, 'colgroup', proactiveWidth)],
      [header('信息内容', 'col', span), ...block.columns.map(({ label }) => header(label, 'col', span))],
      ...block.rows.map((row) => [
        header(row.label, 'row', span),
        ...block.columns.map((column) =>
          place({ table: 'proactive', row: row.id, column: column.id }, column.kind, span),
        ),
      ]),
    ]
  })
  return { id: 'proactive', caption: headingOf(format, 'proactive'), width: proactiveWidth, headRows: 0, rows }
}

const depthOf = (columns: readonly Column[]): number =>
  Math.max(...columns.map((column) => (isGroupColumn(column) ? 1 + depthOf(column.columns) : 1)))

/** The header rows of a column tree; a leaf reaches down to the last header row. */
function headerRows(columns: readonly Column[], depth = depthOf(columns)): SheetCell[][] {
  const rows: SheetCell[][] = Array.from({ length: depth }, () => [])
  const place = (column: Column, level: number): void => {
    if (isGroupColumn(column)) {
      rows[level]?.push(header(column.label, 'colgroup', leafColumns([column]).length))
      for (const child of column.columns) place(child, level + 1)
    } else rows[level]?.push(header(column.label, 'col', 1, depth - level))
  }
  for (const column of columns) place(column, 0)
  return rows
}

/** Columns taken by row labels: group, subgroup, row. */
const labelWidth = 3

function requestsTable(format: ReportFormat): SheetTable {
  const columns = leafColumns(format.requests.columns)
  const [first, ...rest] = headerRows(format.requests.columns)
  const head = [
    [
      header(format.requests.corner, 'colgroup', labelWidth, 1 + (first ? 1 : 0) + rest.length),
      header('申请人情况', 'colgroup', columns.length),
    ],
    ...(first ? [first] : []),
    ...rest,
  ]
  const body = (rows: readonly Row[], level: number): SheetCell[][] =>
    rows.flatMap((row) => {
      if (!isGroupRow(row)) {
        return [
          [
            header(row.label, 'row', labelWidth - level),
            ...columns.map((column) => place({ table: 'requests', row: row.id, column: column.id }, column.kind)),
          ],
        ]
      }
      const [firstRow, ...others] = body(row.rows, level + 1)
      return [[header(row.label, 'rowgroup', 1, leafRows(row.rows).length), ...(firstRow ?? [])], ...others]
    })
  return {
    id: 'requests',
    caption: headingOf(format, 'requests'),
    width: labelWidth + columns.length,
    headRows: head.length,
    rows: [...head, ...body(format.requests.rows, 0)],
  }
}

function remediesTable(format: ReportFormat): SheetTable {
  const columns = leafColumns(format.remedies.columns)
  const head = headerRows(format.remedies.columns)
  return {
    id: 'remedies',
    caption: headingOf(format, 'remedies'),
    width: columns.length,
    headRows: head.length,
    rows: [...head, columns.map((column) => place(remedyCell(column.id), column.kind))],
  }
}

/** Column id `review.upheld` of section four, as a cell. */
export function remedyCell(id: string): CellRef {
  const [row = id, column = id] = id.split('.')
  return { table: 'remedies', row, column }
}

const headingOf = (format: ReportFormat, id: CellRef['table']) =>
  format.sections.find((section) => section.id === id)?.heading ?? ''

/** A format never changes, so its tables and cells are derived once. */
function oncePerFormat<Derived>(derive: (format: ReportFormat) => Derived): (format: ReportFormat) => Derived {
  const known = new WeakMap<ReportFormat, Derived>()
  return (format) => {
    const derived = known.get(format) ?? derive(format)
    known.set(format, derived)
    return derived
  }
}

/** The three statutory tables of a format, in printed order. */
export const sheetTables = oncePerFormat((format): readonly SheetTable[] => [
  proactiveTable(format),
  requestsTable(format),
  remediesTable(format),
])

/** Every figure that a format asks for, in printed order. */
export const cellsOf = oncePerFormat((format): readonly CellRef[] =>
  sheetTables(format).flatMap(({ rows }) => rows.flatMap((row) => row.flatMap(({ cell }) => (cell ? [cell] : [])))),
)

/** The cell of a form that has this id (`cellId`); undefined where none has. */
export const cellWithId = (format: ReportFormat, id: string): CellRef | undefined =>
  cellsOf(format).find((cell) => cellId(cell) === id)
