import { sql } from 'kysely'
import { actOf } from '../audit/act.ts'
import type { Tx } from './database.ts'

/** Does the work, answers with what came of it, and undoes it: nothing that it wrote or said to the audit log stays, also where it fails. */
export async function tryOut<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const entries = actOf(tx)?.entries
  const said = entries?.length
  await sql`savepoint try_out`.execute(tx)
  try {
    return await work()
  } finally {
    await sql`rollback to savepoint try_out`.execute(tx)
    await sql`release savepoint try_out`.execute(tx)
    entries?.splice(said ?? 0)
  }
}
