import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

/** The highest count among the numbers of imported requests that begin and end like ours; nought where there is none. */
export async function highestImported(tx: Tx, organId: number, head: string, tail: string): Promise<number> {
  const { rows } = await sql<{ highest: number | null }>`
    select max(substr(number, ${head.length + 1}, length(number) - ${head.length + tail.length})::bigint) as highest
    from requests where organ_id = ${organId} and starts_with(number, ${head}) and right(number, ${tail.length}) = ${tail}
      and substr(number, ${head.length + 1}, length(number) - ${head.length + tail.length}) ~ '^[0-9]{1,9}$'`.execute(
    tx,
  )
  return rows[0]?.highest ?? 0
}
