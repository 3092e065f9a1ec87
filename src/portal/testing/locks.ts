import { sql } from 'kysely'
import type { Database } from '../../db/database.ts'

/** How many connections to this database wait for a lock. */
export async function locksWaitedFor(owner: Database): Promise<number> {
  const { rows } = await sql<{ n: string }>`select count(*) as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(owner)
  return Number(rows[0]?.n)
}
