import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

/** The next number of a series in a year: no gap and no number twice, whatever crashes. Locks the series until the end. */
export async function nextNumber(tx: Tx, organId: number, series: 'request' | 'letter', year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into counters (organ_id, series, year, last) values (${organId}, ${series}, ${year}, 1)
    on conflict (organ_id, series, year) do update set last = counters.last + 1 returning last`.execute(tx)
  const last = rows[0]?.last
  if (last === undefined) throw new Error('the counter gave no number')
  return last
}
