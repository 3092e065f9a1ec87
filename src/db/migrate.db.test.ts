import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { CommitRefused } from './database.ts'
import { dumpSchema } from './schema-dump.ts'
import { testDatabase } from './testing/database.ts'

const { db } = await testDatabase()

test('migrations/schema.sql is what the migrations make', async () => {
  expect(await dumpSchema(db)).toBe(readFileSync('migrations/schema.sql', 'utf8'))
})

test('a transaction whose error was swallowed is refused at commit, not silently rolled back', async () => {
  const swallowed = db.transaction().execute(async (tx) => {
    await sql`select 1 / 0`.execute(tx).catch(() => undefined)
  })
  await expect(swallowed).rejects.toBeInstanceOf(CommitRefused)
})

test('a day comes back as it was written, whatever the zone of the machine', async () => {
  const { rows } = await sql<{ day: string }>`select date '1986-05-04' as day`.execute(db)
  expect(rows[0]?.day).toBe('1986-05-04')
})

test('a published report cannot be changed or deleted', async () => {
  await expect(sql`delete from annual_reports`.execute(db)).rejects.toThrow('append-only')
  await expect(sql`truncate request_events`.execute(db)).rejects.toThrow('append-only')
})
