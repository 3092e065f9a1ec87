import type { Column, Ledger } from './ledger.ts'
import { isBlank, plainLabel, type RawCell, type Table } from './table.ts'

/** The workbook's own sheets, which hold no ledger. */
export const explanationSheet = '填写说明'
export const choicesSheet = '选项'

/** Carries the running number, or 示例 in the example row. */
export const markHeader = '序号'
/** Columns that clerks keep for themselves. */
const ownColumns = [markHeader, '备注'].map(plainLabel)
/** A head stands within the first of them. */
export const searchedRows = 10

export interface Headers {
  readonly row: number
  /** What the file has for heads. */
  readonly texts: readonly string[]
  /** By column index; undefined for columns that are not read. */
  readonly columns: readonly (Column | undefined)[]
  readonly mark: number
  readonly unknown: readonly { readonly index: number; readonly text: string }[]
  readonly repeated: readonly { readonly index: number; readonly column: Column }[]
  readonly missing: readonly Column[]
}

const withoutBrackets = (text: string): string => text.replace(/[（(][^（）()]{0,50}[）)]/g, '')

/** So many rows may make up one head. */
const mostRows = 3

/** Of a column: what stands in the lowest of the rows, and with what stands above it. */
function labelsOf(rows: readonly (readonly RawCell[])[]): { readonly text: string; readonly whole: string }[] {
  const width = Math.max(...rows.map(({ length }) => length))
  return Array.from({ length: width }, (_, index) => {
    const written = rows.flatMap((row) => (isBlank(row[index]) ? [] : [String(row[index])]))
    return { text: written.at(-1) ?? '', whole: written.join('') }
  })
}

/** Reads rows as one head: order, spaces, marks and bracketed units do not matter. `row` is the last of them. */
function readHeaders(ledger: Ledger, rows: readonly (readonly RawCell[])[], row: number): Headers {
  const names = new Map<string, Column>()
  for (const column of ledger.columns)
    for (const name of [...(column.aliases ?? []), withoutBrackets(column.header), column.header])
      names.set(plainLabel(name), column)
  const named = labelsOf(rows)
  const labels = named.map(({ text }) => text)
  const columnOf = (text: string) => names.get(plainLabel(text)) ?? names.get(plainLabel(withoutBrackets(text)))
  const found = named.map(({ text, whole }) => columnOf(text) ?? columnOf(whole))
  const isFirst = (column: Column, index: number) => found.indexOf(column) === index
  return {
    row,
    texts: labels.map((text) => text.trim()),
    columns: found.map((column, index) => (column && isFirst(column, index) ? column : undefined)),
    mark: labels.findIndex((text) => plainLabel(text) === plainLabel(markHeader)),
    unknown: labels
      .map((text, index) => ({ index, text: text.trim() }))
      .filter(({ index, text }) => text !== '' && !found[index] && !ownColumns.includes(plainLabel(text))),
    repeated: found.flatMap((column, index) => (column && !isFirst(column, index) ? [{ index, column }] : [])),
    missing: ledger.columns.filter((column) => column.required && !found.includes(column)),
  }
}

const known = (headers: Headers): number => headers.columns.filter(Boolean).length

/** The rows among the first ones that name most columns; undefined where none names any. */
export function bestHeaders(ledger: Ledger, table: Table): Headers | undefined {
  const searched = table.rows.slice(0, searchedRows)
  // One row first: several are the head only where they name more columns together.
  const candidates = Array.from({ length: mostRows }, (_, more) =>
    searched.slice(more).map((_, row) => readHeaders(ledger, searched.slice(row, row + more + 1), row + more)),
  ).flat()
  return candidates.reduce<Headers | undefined>(
    (best, each) => (known(each) > (best ? known(best) : 0) ? each : best),
    undefined,
  )
}

/** The head of a table that may name no column of the ledger: then the first row with several texts. */
export function headersOf(ledger: Ledger, table: Table): Headers | undefined {
  const isHead = (row: readonly RawCell[]) =>
    row.filter((cell) => typeof cell === 'string' && !isBlank(cell)).length > 1
  const first = table.rows.slice(0, searchedRows).findIndex(isHead)
  return bestHeaders(ledger, table) ?? (first < 0 ? undefined : readHeaders(ledger, [table.rows[first] ?? []], first))
}

/** Everything by which a column is known. */
export const namesOf = ({ header, aliases = [] }: Column): readonly string[] => [header, ...aliases]

/** The ledger that a table is: by its name, else the one whose required columns it has, if it is only one. */
export function recognise(
  ledgers: readonly Ledger[],
  table: Table,
  name = table.name,
): { readonly ledger: Ledger; readonly headers: Headers | undefined } | undefined {
  const named = ledgers.find(({ sheet }) => plainLabel(sheet) === plainLabel(name))
  if (named) return { ledger: named, headers: bestHeaders(named, table) }
  const fitting = ledgers
    .map((ledger) => ({ ledger, headers: bestHeaders(ledger, table) }))
    .filter(({ headers }) => headers?.missing.length === 0)
    .sort((a, b) => (b.headers ? known(b.headers) : 0) - (a.headers ? known(a.headers) : 0))
  const [first, second] = fitting
  const isTie = first?.headers && second?.headers && known(first.headers) === known(second.headers)
  return isTie ? undefined : first
}
