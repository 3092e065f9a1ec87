import type { Database } from '../db/database.ts'
import { eachInTurn } from '../faults/each-in-turn.ts'
import * as organs from '../organs/store.ts'

/** One organ's trouble does not keep the others waiting; it is told at the end. */
export async function forEachOrgan(db: Database, work: (organId: number) => Promise<unknown>): Promise<void> {
  const known = await db.transaction().execute(organs.listNamed)
  await eachInTurn(known, ({ id, slug }) => named(slug, work(id)), 'of some organs the work could not be done')
}

async function named(slug: string, work: Promise<unknown>): Promise<void> {
  await work.catch((cause) => {
    throw new Error(`for ${slug}`, { cause })
  })
}
