import type { AuditActor } from '../audit/entry.ts'
import { record as audit } from '../audit/record.ts'
import { chineseDate, type PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { kinds } from '../files/kinds.ts'
import { refusals } from '../refusal.ts'
import { writeCsv } from '../workbooks/xlsx/csv.ts'
import { writeXlsx } from '../workbooks/xlsx/write-xlsx.ts'
import { type ExportForm, isExportable, mostExported } from './wanted.ts'

/** A column of an exported list. */
export interface LineColumn<Line> {
  readonly label: string
  readonly of: (line: Line) => string | number | null
}

/** How a list is exported. */
export interface ListExport<Line> {
  /** Of the entry in the audit log. */
  readonly action: string
  /** Which list, in that entry, where several share its action. */
  readonly ledger?: string
  /** Of the file. */
  readonly title: string
  readonly sheet: string
  /** The word by which its lines are counted: 件, 条. */
  readonly unit: string
  readonly columns: readonly LineColumn<Line>[]
}

interface Wanted {
  readonly q: string
  readonly from?: PlainDate | undefined
  readonly to?: PlainDate | undefined
  readonly as: ExportForm
}

interface Exporter extends AuditActor {
  readonly today: PlainDate
}

/** A file that is handed out. */
export interface ExportedList {
  readonly name: string
  readonly contentType: string
  readonly bytes: Uint8Array
}

/**
 * The lines that a list shows, all its pages in its order, as a workbook or as CSV; that it was exported stands in the audit log, what
 * was typed into the search does not. Refuses more lines than one workbook holds, and spans of more than five years.
 */
export async function exportList<Line>(
  tx: Tx,
  actor: Exporter,
  list: ListExport<Line>,
  wanted: Wanted,
  read: (part: { offset: number; limit: number }) => Promise<{ items: readonly Line[]; total: number }>,
): Promise<ExportedList> {
  const { action, ledger, title, sheet, unit, columns } = list
  refuseLongSpan(wanted.from, wanted.to)
  const { items, total } = await read({ offset: 0, limit: mostExported })
  refuseTooMany(total)
  const { q, ...chosen } = wanted
  const which = ledger === undefined ? {} : { ledger }
  await audit(tx, actor, action, { detail: { ...which, ...chosen, words: q !== '', count: items.length } })
  const rows = [columns.map(({ label }) => label), ...items.map((line) => columns.map(({ of }) => of(line) ?? ''))]
  const name = `${title}（${chineseDate(actor.today)}导出${items.length}${unit}）.${wanted.as}`
  return wanted.as === 'csv'
    ? { name, contentType: 'text/csv', bytes: writeCsv(rows) }
    : // Every text is a typed string: a spreadsheet computes none of them.
      { name, contentType: kinds.xlsx.contentType, bytes: await writeXlsx({ sheets: [{ name: sheet, rows }] }) }
}

/** Refuses to export more than one workbook holds. */
export function refuseTooMany(total: number): void {
  if (total > mostExported) throw refusals.exportTooLong(total, mostExported)
}

/** Refuses a span that ends before it begins, or of more than five years. */
export function refuseLongSpan(from: PlainDate | undefined, to: PlainDate | undefined): void {
  if (!isExportable(from, to)) throw refusals.spanTooLong()
}
