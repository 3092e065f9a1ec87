import { sql } from 'kysely'
import type { Tx } from '../../../db/database.ts'
import type { KeptRows } from '../kept-row.ts'

/** The rows one of whose days lies in the year; undefined where the register has no days. */
export async function idsOfYear(
  tx: Tx,
  organId: number,
  { years }: KeptRows,
  year: number,
): Promise<string[] | undefined> {
  if (!years) return undefined
  const { rows } = await sql<{ id: string }>`
    select id from (${years.standing(organId)}) s where extract(year from day) = ${year}::int`.execute(tx)
  return rows.map(({ id }) => id)
}
