import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { CommitRefused } from './checked-pool.ts'
import { dumpSchema } from './schema-dump.ts'
import { testDatabase } from './testing/database.ts'

const { db, owner } = await testDatabase()

test('migrations/schema.sql is what the migrations make', async () => {
  expect(await dumpSchema(db)).toBe(readFileSync('migrations/schema.sql', 'utf8'))
})

test('a transaction whose error was swallowed is refused at commit, not silently rolled back', async () => {
  const swallowed = db.transaction().execute(async (tx) => {
    await sql`select 1 / 0`.execute(tx).catch(() => undefined)
  })
  await expect(swallowed).rejects.toBeInstanceOf(CommitRefused)
})

test('a migration that alters a table under a running server costs a connection one statement, and no more', async () => {
  await sql`create table kept (id integer)`.execute(owner)
  await sql`grant insert, select on kept to kaicheng_app`.execute(owner)
  const keep = (id: number) => sql<{ id: number }>`insert into kept (id) values (${id}) returning *`.execute(db)
  for (const id of [1, 2]) await keep(id)
  await sql`alter table kept add column note text not null default ''`.execute(owner)
  await expect(keep(3)).rejects.toThrow('cached plan')
  expect((await keep(3)).rows).toEqual([{ id: 3, note: '' }])
  await sql`drop table kept`.execute(owner)
})

test('a transaction without any statement is committed', async () => {
  expect(await db.transaction().execute(async () => 'nothing')).toBe('nothing')
})

test('a back end killed between two statements ends its transaction, and nothing else', async () => {
  const killed = db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await sql`select pg_terminate_backend(${rows[0]?.pid}, 5000)`.execute(owner)
    await sql`select 1`.execute(tx)
  })
  await expect(killed).rejects.toThrow()
  expect((await sql`select 1`.execute(db)).rows).toHaveLength(1)
})

test('a day comes back as it was written, whatever the zone of the machine', async () => {
  const { rows } = await sql<{ day: string }>`select date '1986-05-04' as day`.execute(db)
  expect(rows[0]?.day).toBe('1986-05-04')
})

test('a published report cannot be changed or deleted', async () => {
  await expect(sql`delete from annual_reports`.execute(owner)).rejects.toThrow('append-only')
  await expect(sql`truncate request_events`.execute(owner)).rejects.toThrow('append-only')
})

test('the role of the program owns nothing, makes nothing, and cannot touch a written audit entry', async () => {
  const { rows } = await sql<{ owned: number }>`
    select count(*) as owned from pg_class where relowner = 'kaicheng_app'::regrole`.execute(owner)
  expect(rows[0]?.owned).toBe(0)
  for (const statement of [
    'update audit_entries set action = action',
    'delete from audit_entries',
    'truncate audit_entries',
    'alter table audit_entries disable trigger all',
    'update request_events set kind = kind',
    'create table mine (id integer)',
    'insert into migrations (name) values (1)',
  ])
    await expect(sql.raw(statement).execute(db), statement).rejects.toThrow(/permission denied|must be owner/)
})

test('every table of an organ is guarded by row-level security', async () => {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organ_id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity`.execute(owner)
  expect(rows).toEqual([])
})
