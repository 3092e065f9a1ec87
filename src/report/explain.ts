import type { PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { formatForYear } from '../law/report-formats.ts'
import { type ExportedList, exportList, type LineColumn } from '../lists/export-list.ts'
import type { Actor } from '../organs/actor.ts'
import type { Organ } from '../organs/organ.ts'
import * as organs from '../organs/store.ts'
import { refusals } from '../refusal.ts'
import { cellName } from './cell-name.ts'
import { computableFormat, periodOf, periodUntil } from './compile.ts'
import { countingOf } from './counting.ts'
import type { CellRef } from './report.ts'
import { cellsOf } from './sheet.ts'
import { type CellRecord, type CellRecords, recordsBehind } from './store/cell-records.ts'

/** Finds `newReceived/naturalPerson`, `rules.inForce` or `review/upheld` among the cells of a form; refuses what is none. */
export function cellNamed(name: string, year: number): CellRef {
  const format = formatForYear(year)
  if (!format) throw refusals.noFormat(year)
  const wanted = name.trim().replaceAll('/', '.')
  const cell = cellsOf(format).find(({ row, column }) => `${row}.${column}` === wanted)
  if (!cell) throw refusals.unknownCell(name)
  return cell
}

/** The records behind one cell of an organ's report, as of 31 December or of an earlier day; at most `limit` are listed. */
export async function explainCell(
  tx: Tx,
  organ: Organ,
  year: number,
  cell: CellRef,
  { limit = 1000, until }: { readonly limit?: number; readonly until?: PlainDate } = {},
): Promise<CellRecords> {
  const format = formatForYear(year)
  if (!format) throw refusals.noFormat(year)
  return recordsBehind(tx, organ.id, format, {
    period: until ? periodUntil(year, until) : periodOf(year),
    counting: await countingOf(tx, organ.id, year),
    cell,
    limit,
  })
}

const columns: readonly LineColumn<CellRecord>[] = [
  { label: '编号', of: ({ number }) => number },
  { label: '名称', of: ({ title }) => title },
  { label: '日期', of: ({ on }) => on },
  { label: '金额（元）', of: ({ amount }) => amount ?? null },
]

/** The records behind a cell, all of them, as a workbook. Refuses more than one workbook holds. */
export async function exportCell(tx: Tx, actor: Actor, year: number, cell: CellRef): Promise<ExportedList> {
  const label = cellName(computableFormat(year), cell)
  const title = `${year}年度报告 ${label.replaceAll(/[“”]/g, '')}`
  const list = { action: 'report.cellExported', ledger: label, title, sheet: '记录', unit: '条', columns }
  const organ = await organs.get(tx, actor.organId)
  return exportList(tx, actor, list, { q: '', as: 'xlsx' }, async ({ limit }) => {
    const { count, records } = await explainCell(tx, organ, year, cell, { limit, until: actor.today })
    return { items: records, total: count }
  })
}
