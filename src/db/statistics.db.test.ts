import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { learnStatistics } from './statistics.ts'
import { testDatabase } from './testing/database.ts'

const { owner } = await testDatabase()
const silent = () => {}

test('a table that has grown is looked at once, one that is small never, and one that somebody has in hand is not waited for', async () => {
  await sql`alter table attempts set (autovacuum_enabled = off)`.execute(owner)
  expect(await learnStatistics(owner, silent)).toEqual([])
  await sql`insert into attempts (kind, key, began_at, count)
    select 'test', decode(md5(n::text), 'hex'), now(), 1 from generate_series(1, 5000) n`.execute(owner)
  const known = () =>
    sql<{ rows: number }>`select reltuples::int as rows from pg_class where oid = 'attempts'::regclass`.execute(owner)
  await owner.transaction().execute(async (tx) => {
    await sql`lock table attempts in share update exclusive mode`.execute(tx)
    await owner.connection().execute(async (start) => {
      await sql`set lock_timeout = 500`.execute(start)
      await learnStatistics(start, silent)
      await sql`reset lock_timeout`.execute(start)
    })
  })
  expect((await known()).rows).toEqual([{ rows: -1 }])
  expect(await learnStatistics(owner, silent)).toEqual(['public.attempts'])
  expect((await known()).rows).toEqual([{ rows: 5000 }])
  expect(await learnStatistics(owner, silent)).toEqual([])
})

test('a table that cannot be looked at is told, and ends no start', async () => {
  await sql`create function failing(n int) returns int immutable language plpgsql as
    $$ begin if current_setting('kaicheng.fails', true) = 'on' then raise 'took too long'; end if; return n; end $$`.execute(
    owner,
  )
  await sql`create table grown (n int, words text) with (autovacuum_enabled = off)`.execute(owner)
  await sql`create index on grown (failing(n))`.execute(owner)
  await sql`insert into grown select n, repeat('字', 100) from generate_series(1, 5000) n`.execute(owner)
  const told: string[] = []
  await owner.connection().execute(async (start) => {
    await sql`set kaicheng.fails = 'on'`.execute(start)
    await learnStatistics(start, (line) => told.push(line))
  })
  expect(told).toEqual([expect.stringContaining('public.grown 的统计信息没有更新')])
})
