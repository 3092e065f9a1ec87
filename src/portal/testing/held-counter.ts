import { sql } from 'kysely'
import { vi } from 'vitest'
import type { TryLimit } from '../../db/attempts.ts'
import type { Database } from '../../db/database.ts'

interface Site {
  readonly db: Database
  readonly owner: Database
}

/**
 * Sends twenty at once while nobody can count tries of this kind, asks the program's connections twenty times in between, and
 * gives the answers that come when counting goes on. The kind must have been counted before.
 */
export async function sendWhileNobodyCounts<Answer>(
  { db, owner }: Site,
  { kind }: Pick<TryLimit, 'kind'>,
  send: () => Promise<Answer>,
  meanwhile: () => Promise<void> = async () => {},
): Promise<readonly Answer[]> {
  const sent = await owner.transaction().execute(async (tx) => {
    await sql`select from attempts where kind = ${kind} for update`.execute(tx)
    const all = Promise.all(Array.from({ length: 20 }, send))
    await vi.waitUntil(async () => (await locksWaitedFor(owner)) > 1)
    for (let count = 0; count < 20; count += 1) await sql`select`.execute(db)
    await meanwhile()
    return { all }
  })
  return sent.all
}

/** How many connections to this database wait for a lock. */
async function locksWaitedFor(owner: Database): Promise<number> {
  const { rows } = await sql<{ n: string }>`select count(*) as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(owner)
  return Number(rows[0]?.n)
}
