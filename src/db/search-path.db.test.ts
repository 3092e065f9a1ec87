import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asAppRole, inPublic } from './app-role.ts'
import { openDatabase } from './database.ts'
import { whenRecovered } from './runtime.ts'
import { testDatabase } from './testing/database.ts'

const { db, owner, ownerUrl } = await testDatabase()

test('names are looked for in public, whatever the database or its roles have set', async () => {
  const { rows } = await sql<{ name: string }>`select quote_ident(current_database()) as name`.execute(owner)
  for (const each of [`database ${rows[0]?.name}`, `role kaicheng_app in database ${rows[0]?.name}`])
    await sql.raw(`alter ${each} set search_path = evil, pg_catalog, public`).execute(owner)
  for (const url of [ownerUrl, asAppRole(ownerUrl)]) {
    const opened = openDatabase(url)
    const { rows: paths } = await sql<{ searchPath: string }>`show search_path`.execute(opened)
    expect(paths).toEqual([{ searchPath: 'public' }])
    await opened.destroy()
    const client = await whenRecovered(url)
    expect((await client.query('show search_path')).rows).toEqual([{ search_path: 'public' }])
    await client.end()
  }
  expect(await sql`select current_user as who`.execute(db)).toMatchObject({ rows: [{ who: 'kaicheng_app' }] })
})

test.for([
  ['postgres://a@h/d', 'postgres://a@h/d?options=-c%20search_path%3Dpublic'],
  ['postgres://a@h/d?x=1', 'postgres://a@h/d?x=1&options=-c%20search_path%3Dpublic'],
  ['postgres://a@h/d?options=-c%20b%3D1&x=1', 'postgres://a@h/d?options=-c%20b%3D1%20-c%20search_path%3Dpublic&x=1'],
] as const)('%s: what the address has is kept', ([url, wanted]) => expect(inPublic(url)).toBe(wanted))
