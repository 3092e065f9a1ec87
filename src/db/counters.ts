import { sql } from 'kysely'
import type { Tx } from './database.ts'

export interface Series {
  readonly organId: number
  readonly series: 'request' | 'letter' | 'reanswer' | 'record' | 'feedback'
  readonly year: number
}

/**
 * The next number of a series in a year: no gap and no number twice, whatever crashes. Locks the series until the end of
 * the transaction. A series that begins here goes on after `before`, the numbers given elsewhere.
 */
export async function nextNumber(
  tx: Tx,
  { organId, series, year }: Series,
  before: () => Promise<number>,
): Promise<number> {
  const counted = await sql<{ last: number }>`
    update counters set last = last + 1
    where organ_id = ${organId} and series = ${series} and year = ${year} returning last`.execute(tx)
  if (counted.rows[0]) return counted.rows[0].last
  const first = (await before()) + 1
  const begun = await sql<{ last: number }>`
    insert into counters (organ_id, series, year, last) values (${organId}, ${series}, ${year}, ${first})
    on conflict (organ_id, series, year) do update set last = counters.last + 1 returning last`.execute(tx)
  const last = begun.rows[0]?.last
  if (last === undefined) throw new Error('the counter gave no number')
  return last
}
