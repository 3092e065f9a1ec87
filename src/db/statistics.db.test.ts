import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { learnStatistics } from './statistics.ts'
import { testDatabase } from './testing/database.ts'

const { owner } = await testDatabase()

test('a table that has grown is looked at once, one that is small never, and one that somebody has in hand is not waited for', async () => {
  await sql`alter table attempts set (autovacuum_enabled = off)`.execute(owner)
  expect(await learnStatistics(owner)).toEqual([])
  await sql`insert into attempts (kind, key, began_at, count)
    select 'test', decode(md5(n::text), 'hex'), now(), 1 from generate_series(1, 5000) n`.execute(owner)
  const known = () =>
    sql<{ rows: number }>`select reltuples::int as rows from pg_class where oid = 'attempts'::regclass`.execute(owner)
  await owner.transaction().execute(async (tx) => {
    await sql`lock table attempts in share update exclusive mode`.execute(tx)
    await owner.connection().execute(async (start) => {
      await sql`set lock_timeout = 500`.execute(start)
      await learnStatistics(start)
      await sql`reset lock_timeout`.execute(start)
    })
  })
  expect((await known()).rows).toEqual([{ rows: -1 }])
  expect(await learnStatistics(owner)).toEqual(['public.attempts'])
  expect((await known()).rows).toEqual([{ rows: 5000 }])
  expect(await learnStatistics(owner)).toEqual([])
})
