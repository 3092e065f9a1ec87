import { setImmediate as attendToOthers } from 'node:timers/promises'
import type { PlainDate } from '../days/plain-date.ts'
import { bestHeaders, choicesSheet, explanationSheet, type Headers, recognise, searchedRows } from './headers.ts'
import { askAboutHidden, type HiddenChoice, withoutHidden } from './hidden-parts.ts'
import { keyOf, keyText, type Ledger, type Values } from './ledger.ts'
import { lookAtHeads, type Mapping, type SheetHeads, withMapping } from './mapping.ts'
import { Problems } from './problem.ts'
import { byCommand, type FileLimits, readFile } from './read-file.ts'
import { isExample, readRow } from './read-row.ts'
import { cellKey, columnLetter, isBlankRow, plainLabel, type Table } from './table.ts'
import { refuseUnits } from './units.ts'
import { summaryRow } from './unread-cells.ts'

export interface LedgerRow {
  readonly sheet: string
  readonly row: number
  readonly values: Values
  /** Columns of which the file says nothing, so that what is on record stands. */
  readonly unsaid: readonly string[]
  /** What the row says beside the columns of the register, where its room read it. */
  readonly whole?: unknown
}

/** What a file says, ledger by ledger. Where there are problems nothing of it may be stored. */
export interface LedgerFile {
  readonly rows: ReadonlyMap<string, readonly LedgerRow[]>
  readonly problems: Problems
  /** Sheets that are no ledger and were not read. */
  readonly skipped: readonly string[]
  /** What stands at the head of each sheet that was read. */
  readonly heads: readonly SheetHeads[]
}

export interface ReadOptions {
  readonly today: PlainDate
  /** Which ledger a csv file is, where its headers do not tell. */
  readonly sheet?: string | undefined
  /** What to do with hidden rows, columns and sheets; asked for by a problem unless told. */
  readonly hidden?: HiddenChoice | undefined
  /** As for a command, unless told. */
  readonly limits?: FileLimits
  /** By ledger, how its sheet is read where that is not like the template. */
  readonly mappings?: Readonly<Record<string, Mapping>>
}

/** Some milliseconds. Whoever sends five thousand keeps nobody else waiting. */
const rowsAtOnce = 250
const ownSheets = [explanationSheet, choicesSheet].map(plainLabel)

/** Reads and checks every cell of the file. Refuses only a file that cannot be read at all; the rest are problems. */
export async function readLedgers(
  ledgers: readonly Ledger[],
  bytes: Uint8Array,
  name: string,
  options: ReadOptions,
): Promise<LedgerFile> {
  return readSheets(ledgers, await readFile(bytes, name, options.limits), name, options)
}

/** The same of a file whose tables are there already. */
export async function readSheets(
  ledgers: readonly Ledger[],
  tables: readonly Table[],
  name: string,
  options: ReadOptions,
): Promise<LedgerFile> {
  const problems = new Problems()
  const rows = new Map<string, LedgerRow[]>()
  const skipped: string[] = []
  const heads: SheetHeads[] = []
  for (const given of tables) {
    if (ownSheets.includes(plainLabel(given.name)) || given.rows.every(isBlankRow)) continue
    const found = recognise(ledgers, given, sheetOf(ledgers, given, options.sheet))
    if (!found || (given.unseen?.isSheet && options.hidden === 'leave')) {
      skipped.push(given.name)
      continue
    }
    const { ledger } = found
    const looked = lookAtHeads(ledger, given)
    if (looked) heads.push(looked)
    const mapping = options.mappings?.[ledger.id]
    const table = mapping ? withMapping(ledger, given, mapping) : given
    const whole = mapping ? bestHeaders(ledger, table) : found.headers
    if (!options.hidden) askAboutHidden(table, whole, problems)
    const headers = options.hidden === 'leave' ? whole && withoutHidden(table, whole) : whole
    const read = await readTable(ledger, headers, table, options, problems)
    rows.set(ledger.id, [...(rows.get(ledger.id) ?? []), ...read])
  }
  for (const ledger of ledgers) findRepeated(ledger, rows.get(ledger.id) ?? [], problems)
  if (rows.size === 0) problems.add({ sheet: name, reason: noLedger(ledgers) })
  return { rows, problems, skipped, heads }
}

/** A sheet that bears the name of a ledger is that; for all others the name counts that was given. */
const sheetOf = (ledgers: readonly Ledger[], { name }: Table, given: string | undefined): string =>
  ledgers.some(({ sheet }) => plainLabel(sheet) === plainLabel(name)) ? name : (given ?? name)

const noLedger = (ledgers: readonly Ledger[]): string =>
  `没有找到台账。工作表名称应为：${ledgers.map(({ sheet }) => sheet).join('、')}${ledgers.length > 1 ? '；csv 文件可用 --sheet 指明是哪一张台账' : ''}`

async function readTable(
  ledger: Ledger,
  headers: Headers | undefined,
  table: Table,
  { today, hidden, limits = byCommand, mappings }: ReadOptions,
  problems: Problems,
): Promise<LedgerRow[]> {
  const sheet = table.name
  if (!headers) {
    problems.add({
      sheet,
      reason: `没有找到表头（应在前${searchedRows}行以内），应有以下各列：${ledger.columns.map(({ header }) => header).join('、')}`,
    })
    return []
  }
  if (!areSound(headers, ledger, sheet, problems)) return []
  if (refuseUnits(headers, table, problems)) return []
  if (table.rows.length - headers.row - 1 > limits.rows) {
    problems.add({ sheet, reason: `超过${limits.rows}行，请分成几个文件导入` })
    return []
  }
  const rows: LedgerRow[] = []
  const always = mappings?.[ledger.id]?.always ?? {}
  const said = headers.columns.flatMap((column) => (column && !(column.id in always) ? [column.id] : []))
  const unsaid = ledger.columns.flatMap(({ id }) => (said.includes(id) ? [] : [id]))
  const left = new Set(hidden === 'leave' ? table.unseen?.rows : [])
  for (let index = headers.row + 1; index < table.rows.length; index += 1) {
    if (index % rowsAtOnce === 0) await attendToOthers()
    const cells = table.rows[index] ?? []
    if (isEmptyRow(headers, table, index)) continue
    if (left.has(index) || isExample(headers, cells)) continue
    const called = summaryRow(headers.columns, cells)
    if (called) {
      problems.add({ sheet, row: index + 1, reason: `像是“${called}”行，不是台账的内容。请删除这一行后再导入` })
      continue
    }
    rows.push({ sheet, row: index + 1, values: readRow({ ledger, headers, table, today }, index, problems), unsaid })
  }
  return rows
}

/** Nothing stands in it that would be read; a formula that was never worked out is something. */
function isEmptyRow({ columns }: Headers, { rows, unvalued }: Table, index: number): boolean {
  if (!isBlankRow(rows[index]?.filter((_, column) => columns[column]))) return false
  return !unvalued || !columns.some((column, place) => column && unvalued.has(cellKey(index, place)))
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

/** One number with and without the noughts that Excel drops. */
const withoutNoughts = (value: string | null | undefined): string => (value ?? '').replace(/^0+(?=\d+$)/, '')

function findRepeated(ledger: Ledger, rows: readonly LedgerRow[], problems: Problems): void {
  const keyColumns = ledger.columns.filter(({ id }) => ledger.key.includes(id))
  const seen = new Map<string, LedgerRow>()
  for (const each of rows) {
    if (keyColumns.some(({ id, required }) => required && each.values[id] === null)) continue
    const key = keyText(ledger.key.map((id) => withoutNoughts(each.values[id])))
    const first = seen.get(key)
    if (!first) {
      seen.set(key, each)
      continue
    }
    const column = keyColumns.map(({ header }) => header).join('、')
    const where = first.sheet === each.sheet ? '' : `工作表“${first.sheet}”`
    const isSame = keyOf(ledger.key, first.values) === keyOf(ledger.key, each.values)
    const reason = isSame
      ? `与${where}第${first.row}行重复`
      : `与${where}第${first.row}行只差号码前面的零，像是同一个号码。Excel 会去掉前面的零：请把这一列设为文本格式，照原件填写；确是两个号码的，请写出区别`
    problems.add({ sheet: each.sheet, row: each.row, column, reason })
  }
}
