import {
  type Column,
  isGroupColumn,
  isGroupRow,
  leafColumns,
  type ReportFormat,
  type Row,
} from '../law/report-format.ts'
import type { CellRef } from './report.ts'

const tableNames = { proactive: '第二部分', requests: '第三部分', remedies: '第四部分' } as const

/** Labels from the outermost caption down to the row or column `id`. */
function rowPath(rows: readonly Row[], id: string): string[] | undefined {
  for (const row of rows) {
    if (row.id === id) return [row.label]
    const below = isGroupRow(row) && rowPath(row.rows, id)
    if (below) return [row.label, ...below]
  }
  return undefined
}

function columnPath(columns: readonly Column[], id: string): string[] | undefined {
  for (const column of columns) {
    if (column.id === id) return [column.label]
    const below = isGroupColumn(column) && columnPath(column.columns, id)
    if (below) return [column.label, ...below]
  }
  return undefined
}

/** 三、本年度办理结果 is left out: every result stands under it. Long labels end before their bracket. */
const printed = (path: readonly string[]): string =>
  path
    .filter((_, depth) => !(depth === 0 && path.length > 1 && path[0]?.startsWith('三、')))
    .map((label) => (label.length > 20 ? label.replace(/（[^）]*）$/, '') : label))
    .join('—')

/** A row of section three by its printed labels: （三）不予公开—1.属于国家秘密. */
export const rowName = (format: ReportFormat, id: string): string => printed(rowPath(format.requests.rows, id) ?? [id])

/** A column of section three by its printed labels: 法人或其他组织—商业企业. */
export const columnName = (format: ReportFormat, id: string): string =>
  printed(columnPath(format.requests.columns, id) ?? [id])

/** The group of columns in section four that holds `id`: 行政诉讼—复议后起诉. */
export const remedyName = (format: ReportFormat, id: string): string =>
  printed((columnPath(format.remedies.columns, `${id}.total`) ?? [id, '']).slice(0, -1))

/** What the row and the column of a figure are called in print. */
export function cellLabels(format: ReportFormat, { table, row, column }: CellRef): { row: string; column: string } {
  if (table === 'requests') return { row: rowName(format, row), column: columnName(format, column) }
  if (table === 'remedies') {
    const leaf = leafColumns(format.remedies.columns).find(({ id }) => id === `${row}.${column}`)
    return { row: remedyName(format, row), column: leaf?.label ?? column }
  }
  const block = format.proactive.find(({ rows }) => rows.some(({ id }) => id === row))
  return {
    row: block?.rows.find(({ id }) => id === row)?.label ?? row,
    column: block?.columns.find(({ id }) => id === column)?.label ?? column,
  }
}

/** Where a figure stands, by section, row and column as printed. */
export function cellName(format: ReportFormat, cell: CellRef): string {
  const { row, column } = cellLabels(format, cell)
  const section = tableNames[cell.table]
  return cell.table === 'remedies' ? `${section}“${row}”的“${column}”` : `${section}“${row}”行“${column}”列`
}
