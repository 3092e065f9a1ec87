import { sql } from 'kysely'
import { actOf, allowActs, beginAct, endAct, mayAct } from '../audit/act.ts'
import type { Database, Tx } from './database.ts'

/**
 * From here on the transaction sees and writes the rows of this organ, and of no other (row-level security), and what it
 * changes is one act; an act for another organ ends. Only within `inActs`: nobody else would seal what was changed.
 * Without a parameter, so that it can go in one message with `begin`.
 */
export async function enterOrgan(tx: Tx, organId: number): Promise<void> {
  if (actOf(tx)?.organId === organId) return
  await endLast(tx)
  await sql`select ${setOrgan(organId)}, ${setAct}`.execute(tx)
  beginAct(tx, organId)
}

/** Makes an organ, and works for it from there on. */
export async function enterNewOrgan<T extends { readonly id: number }>(tx: Tx, make: () => Promise<T>): Promise<T> {
  await endLast(tx)
  await sql`select ${setAct}`.execute(tx)
  const made = await make()
  await sql`select ${setOrgan(made.id)}`.execute(tx)
  beginAct(tx, made.id)
  return made
}

const setOrgan = (organId: number) => sql`set_config('kaicheng.organ', ${sql.lit(String(organId))}, true)`
const setAct = sql`set_config('kaicheng.act', uuidv7()::text, true)`

async function endLast(tx: Tx): Promise<void> {
  if (!mayAct(tx)) throw new Error('an organ is entered within inActs or inOrgan')
  await endAct(tx)
}

/** The same for reading: what such a transaction would change of a table of business is refused. */
export async function lookInto(tx: Tx, organId: number): Promise<void> {
  await sql`select ${setOrgan(organId)}`.execute(tx)
}

/** One transaction that works for several organs, one after the other: each act leaves its entry, or none happens. */
export const inActs = <T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    allowActs(tx)
    const done = await work(tx)
    await endAct(tx)
    return done
  })

/** One transaction that works for one organ. */
export const inOrgan = <T>(db: Database, organId: number, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inActs(db, async (tx) => {
    await enterOrgan(tx, organId)
    return work(tx)
  })

/** One look at the rows of one organ. */
export const lookInOrgan = <T>(db: Database, organId: number, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await lookInto(tx, organId)
    return work(tx)
  })

/** The same, all of one moment however long it takes. */
export const snapshotOf = <T>(db: Database, organId: number, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await lookInto(tx, organId)
      return work(tx)
    })
