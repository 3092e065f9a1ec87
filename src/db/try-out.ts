import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** Does the work, answers with what came of it, and undoes it: nothing that it wrote stays, also where it fails. */
export async function tryOut<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint try_out`.execute(tx)
  try {
    return await work()
  } finally {
    await sql`rollback to savepoint try_out`.execute(tx)
    await sql`release savepoint try_out`.execute(tx)
  }
}
