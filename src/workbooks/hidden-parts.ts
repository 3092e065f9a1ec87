import type { Headers } from './headers.ts'
import type { Problems } from './problem.ts'
import { cellKey, columnLetter, isBlankRow, type Table } from './table.ts'

/** Whether hidden rows, columns and sheets are taken in like all others, or left where they are. */
export type HiddenChoice = 'take' | 'leave'

const mostNamed = 20
const listed = (all: readonly (string | number)[]): string =>
  all.slice(0, mostNamed).join('、') + (all.length > mostNamed ? `等共${all.length}` : '')

/** Names what of a ledger nobody sees on the screen: whether it counts, only the office knows. */
export function askAboutHidden(table: Table, headers: Headers | undefined, problems: Problems): void {
  const { unseen, rows, unvalued } = table
  if (!unseen) return
  const ask = (what: string) =>
    problems.add({
      sheet: table.name,
      asks: 'hidden',
      reason: `${what}，要不要导入由您决定：请取消隐藏（或者删除）后再导入，或者在导入时指明“导入”还是“不导入”隐藏的内容`,
    })
  if (unseen.isSheet) ask('这个工作表是隐藏的')
  const first = headers ? headers.row + 1 : 0
  const own = (row: number) => rows[row]?.filter((_, column) => !headers || headers.columns[column])
  const hasFormula = (row: number) =>
    unvalued !== undefined && (headers?.columns ?? []).some((_, column) => unvalued.has(cellKey(row, column)))
  const hiddenRows = unseen.rows.filter((row) => row >= first && (!isBlankRow(own(row)) || hasFormula(row)))
  if (hiddenRows.length > 0)
    ask(
      `第${listed(hiddenRows.map((row) => row + 1))}行${unseen.isFiltered ? '被筛选隐藏' : '是隐藏的'}，共${hiddenRows.length}行有内容`,
    )
  const hiddenColumns = unseen.columns.filter((column) => rows.some((row) => !isBlankRow([row[column] ?? null])))
  if (hiddenColumns.length > 0) ask(`${listed(hiddenColumns.map(columnLetter))}列是隐藏的，里面有内容`)
}

/** The head as it reads on the screen. */
export function withoutHidden({ unseen }: Table, headers: Headers): Headers {
  const hidden = new Set(unseen?.columns)
  const shown = ({ index }: { readonly index: number }) => !hidden.has(index)
  const lost = headers.columns.flatMap((column, index) => (column?.required && hidden.has(index) ? [column] : []))
  return {
    ...headers,
    columns: headers.columns.map((column, index) => (hidden.has(index) ? undefined : column)),
    unknown: headers.unknown.filter(shown),
    repeated: headers.repeated.filter(shown),
    missing: [...headers.missing, ...lost],
  }
}
