import { sql } from 'kysely'
import type { Database, Tx } from './database.ts'

/** From here to its end the transaction sees and writes the rows of this organ, and of no other (row-level security). */
export async function enterOrgan(tx: Tx, organId: number): Promise<void> {
  await sql`select set_config('kaicheng.organ', ${String(organId)}, true)`.execute(tx)
}

/** One transaction that works for one organ. */
export const inOrgan = <T>(db: Database, organId: number, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await enterOrgan(tx, organId)
    return work(tx)
  })
