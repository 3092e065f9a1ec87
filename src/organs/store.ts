import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { enterNewOrgan } from '../db/organ.ts'
import { refusals } from '../refusal.ts'
import { type NewOrgan, Organ } from './organ.ts'

/** The organ with this id; every actor has one. */
export async function get(tx: Tx, id: number): Promise<Organ> {
  return Organ.parse(await tx.selectFrom('organs').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
}

/** Refuses a slug that no organ has. */
export async function getBySlug(tx: Tx, slug: string): Promise<Organ> {
  const row = await tx.selectFrom('organs').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (!row) throw refusals.unknownOrgan(slug)
  return Organ.parse(row)
}

/** As `getBySlug`, and keeps out others who would change what this organ has until the transaction ends. */
export async function getForChange(tx: Tx, slug: string): Promise<Organ> {
  const row = await tx.selectFrom('organs').selectAll().where('slug', '=', slug).forNoKeyUpdate().executeTakeFirst()
  if (!row) throw refusals.unknownOrgan(slug)
  return Organ.parse(row)
}

/** Every organ, governments first, then by name as filed. */
export async function list(tx: Tx): Promise<Organ[]> {
  const rows = await tx.selectFrom('organs').selectAll().orderBy('id').execute()
  return rows.map((row) => Organ.parse(row))
}

/** The same, and keeps out others who would add one until the transaction ends. */
export async function listForAdding(tx: Tx): Promise<Organ[]> {
  await sql`lock table organs in share row exclusive mode`.execute(tx)
  return list(tx)
}

/** Whether anybody works here yet. */
export async function isAnyHere(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom('organs').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** The same without their facts, for work by the clock: one whose facts are no longer legible keeps nobody else waiting. */
export const listNamed = (tx: Tx): Promise<{ id: number; slug: string }[]> =>
  tx.selectFrom('organs').select(['id', 'slug']).orderBy('id').execute()

/** Registers the organ and works for it from here on. */
export const add = (tx: Tx, organ: NewOrgan): Promise<Organ> =>
  enterNewOrgan(tx, async () =>
    Organ.parse(await tx.insertInto('organs').values(organ).returningAll().executeTakeFirstOrThrow()),
  )

/** Keeps out others who would change who is who in this organ, until the transaction ends. */
export async function lock(tx: Tx, id: number): Promise<Organ> {
  const row = await tx.selectFrom('organs').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirstOrThrow()
  return Organ.parse(row)
}

export async function save(tx: Tx, id: number, change: Partial<Omit<Organ, 'id'>>): Promise<Organ> {
  const row = await tx.updateTable('organs').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
  return Organ.parse(row)
}
