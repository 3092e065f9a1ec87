import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { ownClient } from './own-client.ts'
import { testDatabase } from './testing/database.ts'

const { owner, url } = await testDatabase()

test('a connection that breaks while nobody uses it is heard of by its next query, and ends nothing', async () => {
  const client = ownClient(url, { application_name: 'to be broken' })
  await client.connect()
  const gone = new Promise((resolve) => client.once('end', resolve))
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'to be broken'`.execute(
    owner,
  )
  await gone
  await expect(client.query('select 1')).rejects.toThrow()
})
