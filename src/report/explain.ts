import type { Tx } from '../db/database.ts'
import { formatForYear } from '../law/report-formats.ts'
import type { Organ } from '../organs/organ.ts'
import { refusals } from '../refusal.ts'
import { periodOf } from './compile.ts'
import { countingOf } from './counting.ts'
import type { CellRef } from './report.ts'
import { cellsOf } from './sheet.ts'
import { type CellRecords, recordsBehind } from './store/cell-records.ts'

/** Finds `newReceived/naturalPerson`, `rules.inForce` or `review/upheld` among the cells of a form; refuses what is none. */
export function cellNamed(name: string, year: number): CellRef {
  const format = formatForYear(year)
  if (!format) throw refusals.noFormat(year)
  const wanted = name.trim().replaceAll('/', '.')
  const cell = cellsOf(format).find(({ row, column }) => `${row}.${column}` === wanted)
  if (!cell) throw refusals.unknownCell(name)
  return cell
}

/** The records behind one cell of an organ's report, as of 31 December; at most `limit` are listed. */
export async function explainCell(
  tx: Tx,
  organ: Organ,
  year: number,
  cell: CellRef,
  limit = 1000,
): Promise<CellRecords> {
  const format = formatForYear(year)
  if (!format) throw refusals.noFormat(year)
  return recordsBehind(tx, organ.id, format, {
    period: periodOf(year),
    counting: await countingOf(tx, organ.id, year),
    cell,
    limit,
  })
}
