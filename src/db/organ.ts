import { sql } from 'kysely'
import type { Database, Tx } from './database.ts'

/**
 * From here to its end the transaction sees and writes the rows of this organ, and of no other (row-level security).
 * Without a parameter, so that it can go in one message with `begin`.
 */
export async function enterOrgan(tx: Tx, organId: number): Promise<void> {
  await sql`select set_config('kaicheng.organ', ${sql.lit(String(organId))}, true)`.execute(tx)
}

/** One transaction that works for one organ. */
export const inOrgan = <T>(db: Database, organId: number, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await enterOrgan(tx, organId)
    return work(tx)
  })
