import type { Database } from '../db/database.ts'
import * as organs from '../organs/store.ts'

/** One organ's trouble does not keep the others waiting; it is told at the end. */
export async function forEachOrgan(db: Database, work: (organId: number) => Promise<unknown>): Promise<void> {
  const known = await db.transaction().execute(organs.listNamed)
  await all(
    known.map(
      ({ id, slug }) =>
        () =>
          named(slug, work(id)),
    ),
  )
}

async function named(slug: string, work: Promise<unknown>): Promise<void> {
  await work.catch((cause) => {
    throw new Error(`for ${slug}`, { cause })
  })
}

/** Does one after the other, whatever becomes of those before. */
export async function all(works: readonly (() => Promise<unknown>)[]): Promise<void> {
  const problems: unknown[] = []
  for (const work of works) await work().catch((problem) => problems.push(problem))
  if (problems.length > 0) throw new AggregateError(problems, 'some work could not be done')
}
