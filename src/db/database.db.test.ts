import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDatabase } from './database.ts'
import { testDatabase } from './testing/database.ts'

const { owner, url } = await testDatabase()
const applicationName = 'ends whole'
const countOnServer = async () => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pg_stat_activity where application_name = ${applicationName}`.execute(owner)
  return rows[0]?.count
}

test('a database is closed when the server has let go of every connection: it may be stopped then', async () => {
  for (let round = 0; round < 5; round += 1) {
    const db = openDatabase(url, { applicationName, connections: 8 })
    await Promise.all(Array.from({ length: 8 }, () => sql`select pg_backend_pid()`.execute(db)))
    expect(await countOnServer()).toBeGreaterThan(0)
    await db.destroy()
    expect(await countOnServer()).toBe(0)
  }
})
