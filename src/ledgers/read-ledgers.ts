import type { PlainDate } from '../calendar/plain-date.ts'
import { readCell, writeCell } from './cell.ts'
import { choicesSheet, explanationSheet, type Headers, markHeader, recognise } from './headers.ts'
import { keyOf, type Ledger, type Values } from './ledger.ts'
import { articleLabel, Problems } from './problem.ts'
import { maxRows, readFile } from './read-file.ts'
import { columnLetter, isBlankRow, plainLabel, type RawCell, type Table } from './table.ts'

export interface LedgerRow {
  readonly sheet: string
  readonly row: number
  readonly values: Values
}

/** What a file says, ledger by ledger. Where there are problems nothing of it may be stored. */
export interface LedgerFile {
  readonly rows: ReadonlyMap<string, readonly LedgerRow[]>
  readonly problems: Problems
  /** Sheets that are no ledger and were not read. */
  readonly skipped: readonly string[]
}

export interface ReadOptions {
  readonly today: PlainDate
  /** Which ledger a csv file is, where its headers do not tell. */
  readonly sheet?: string | undefined
}

const ownSheets = [explanationSheet, choicesSheet].map(plainLabel)

/** Reads and checks every cell of the file. Refuses only a file that cannot be read at all; the rest are problems. */
export async function readLedgers(
  ledgers: readonly Ledger[],
  bytes: Uint8Array,
  name: string,
  options: ReadOptions,
): Promise<LedgerFile> {
  const tables = await readFile(bytes, name)
  const problems = new Problems()
  const rows = new Map<string, LedgerRow[]>()
  const skipped: string[] = []
  for (const table of tables) {
    if (ownSheets.includes(plainLabel(table.name)) || table.rows.every(isBlankRow)) continue
    const place = recognise(ledgers, table, options.sheet ?? table.name)
    if (!place) {
      skipped.push(table.name)
      continue
    }
    const read = readTable(place.ledger, place.headers, table, options.today, problems)
    rows.set(place.ledger.id, [...(rows.get(place.ledger.id) ?? []), ...read])
  }
  for (const ledger of ledgers) findRepeated(ledger, rows.get(ledger.id) ?? [], problems)
  if (rows.size === 0) problems.add({ sheet: name, reason: noLedger(ledgers) })
  return { rows, problems, skipped }
}

const noLedger = (ledgers: readonly Ledger[]): string =>
  `没有找到台账。工作表名称应为：${ledgers.map(({ sheet }) => sheet).join('、')}；csv 文件可用 --sheet 指明是哪一张台账`

function readTable(
  ledger: Ledger,
  headers: Headers | undefined,
  table: Table,
  today: PlainDate,
  problems: Problems,
): LedgerRow[] {
  const sheet = table.name
  if (!headers) {
    problems.add({
      sheet,
      reason: `没有找到表头，应有以下各列：${ledger.columns.map(({ header }) => header).join('、')}`,
    })
    return []
  }
  if (!areSound(headers, ledger, sheet, problems)) return []
  if (table.rows.length - headers.row - 1 > maxRows) {
    problems.add({ sheet, reason: `超过${maxRows}行，请分成几个文件导入` })
    return []
  }
  const rows: LedgerRow[] = []
  for (let index = headers.row + 1; index < table.rows.length; index += 1) {
    const cells = table.rows[index] ?? []
    if (isBlankRow(cells.filter((_, column) => headers.columns[column]))) continue
    if (isExample(ledger, headers, cells)) continue
    const values = readRow(ledger, headers, table, index, today, problems)
    if (values) rows.push({ sheet, row: index + 1, values })
  }
  return rows
}

/** Names what is wrong with the headers; a column that we do not know may hold data that would be lost in silence. */
function areSound(headers: Headers, ledger: Ledger, sheet: string, problems: Problems): boolean {
  const row = headers.row + 1
  for (const { header } of headers.missing) problems.add({ sheet, row, column: header, reason: '缺少这一列' })
  for (const { index, column } of headers.repeated)
    problems.add({
      sheet,
      row,
      column: column.header,
      cell: `${columnLetter(index)}${row}`,
      reason: '这一列出现了两次',
    })
  for (const { index, text } of headers.unknown) {
    const unused = ledger.columns.filter((column) => !headers.columns.includes(column)).map(({ header }) => header)
    const advice = unused.length > 0 ? `请删除这一列，或改为：${unused.join('、')}` : '请删除这一列'
    problems.add({
      sheet,
      row,
      column: text.slice(0, 30),
      cell: `${columnLetter(index)}${row}`,
      reason: `台账没有这一列，${advice}`,
    })
  }
  return headers.missing.length + headers.repeated.length + headers.unknown.length === 0
}

const isMarked = (headers: Headers, cells: readonly RawCell[]): boolean =>
  plainLabel(String(cells[headers.mark] ?? '')).startsWith('示例')

/** The example row as we filled it in; somebody's real data under the same mark is a row like any other. */
function isExample(ledger: Ledger, headers: Headers, cells: readonly RawCell[]): boolean {
  if (headers.mark < 0 || !isMarked(headers, cells)) return false
  const farOff = { today: '9999-12-31' as PlainDate }
  return headers.columns.every((column, index) => {
    if (!column) return true
    const [read, example] = [cells[index] ?? null, writeCell(column, column.example ?? null)].map((cell) =>
      readCell({ ...column, required: false }, cell, farOff),
    )
    return JSON.stringify(read) === JSON.stringify(example)
  })
}

function readRow(
  ledger: Ledger,
  headers: Headers,
  table: Table,
  index: number,
  today: PlainDate,
  problems: Problems,
): Values | undefined {
  const cells = table.rows[index] ?? []
  const before = problems.count
  const values: Record<string, string | null> = Object.fromEntries(ledger.columns.map(({ id }) => [id, null]))
  const unread = new Set<string>()
  const at = (column: string | undefined) => {
    const place = headers.columns.findIndex((each) => each?.id === column)
    return place < 0 ? {} : { column: headers.columns[place]?.header ?? '', cell: `${columnLetter(place)}${index + 1}` }
  }
  const report = (column: string | undefined, reason: string) =>
    problems.add({ sheet: table.name, row: index + 1, ...at(column), reason })

  if (isMarked(headers, cells))
    problems.add({
      sheet: table.name,
      row: index + 1,
      column: markHeader,
      cell: `${columnLetter(headers.mark)}${index + 1}`,
      reason: '标为“示例”但内容已改动；如是真实数据，请把“示例”改为序号，否则请删除这一行',
    })
  headers.columns.forEach((column, place) => {
    if (!column) return
    const reading = readCell(column, cells[place] ?? null, { today, date1904: table.date1904 })
    if ('value' in reading) values[column.id] = reading.value
    else {
      unread.add(column.id)
      report(column.id, reading.reason)
    }
  })
  // A rule that looks at an unreadable cell would report its absence as a second error.
  if (unread.size === 0)
    for (const rule of ledger.rules)
      if (rule.broken(values))
        report(rule.column, rule.article ? `${rule.statement}（条例${articleLabel(rule.article)}）` : rule.statement)
  return problems.count === before ? values : undefined
}

function findRepeated(ledger: Ledger, rows: readonly LedgerRow[], problems: Problems): void {
  const seen = new Map<string, LedgerRow>()
  for (const each of rows) {
    const key = keyOf(ledger.key, each.values)
    const first = seen.get(key)
    if (!first) {
      seen.set(key, each)
      continue
    }
    const headers = ledger.key.flatMap((id) =>
      ledger.columns.filter((column) => column.id === id).map(({ header }) => header),
    )
    const where = first.sheet === each.sheet ? '' : `工作表“${first.sheet}”`
    problems.add({
      sheet: each.sheet,
      row: each.row,
      column: headers.join('、'),
      reason: `与${where}第${first.row}行重复`,
    })
  }
}
