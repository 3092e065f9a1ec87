import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inActs, inOrgan } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import * as organs from '../organs/store.ts'
import { anOrgan } from '../organs/testing/organ.ts'
import { listColumns } from '../platform/columns/standing.ts'
import { forEachOrgan } from './each-organ.ts'
import { openPlatforms } from './open-platforms.ts'

const { db, owner } = await testDatabase()
const [broken, sound] = await inActs(owner, async (tx) => [
  await organs.add(tx, anOrgan({ slug: 'shili-tjj', name: '示例市统计局' })),
  await organs.add(tx, anOrgan({ slug: 'shili-czj', name: '示例市财政局' })),
])

test('trouble of one organ is told by its name and keeps no other organ waiting', async () => {
  const done: number[] = []
  const work = async (organId: number) => {
    if (organId === broken?.id) throw new Error('not legible')
    done.push(organId)
  }
  await expect(forEachOrgan(db, work)).rejects.toMatchObject({ errors: [{ message: 'for shili-tjj' }] })
  expect(done).toEqual([sound?.id])
})

test('an organ whose own facts are no longer legible keeps no other from its columns', async () => {
  await sql`update organs set email = repeat('x', 400) || '@' where id = ${broken?.id}`.execute(owner)
  await openPlatforms(db)
  const columns = await inOrgan(db, sound?.id ?? 0, (tx) => listColumns(tx, sound?.id ?? 0))
  expect(columns.length).toBeGreaterThan(10)
})
