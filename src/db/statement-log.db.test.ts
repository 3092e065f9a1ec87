import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { startEmbedded } from './embedded.ts'
import { dataFolder } from './testing/data-folder.ts'

afterEach(() => {
  process.env.KAICHENG_DB_LOG = ''
})

test('the log of the database has each change, and neither values nor rows', async () => {
  const folder = dataFolder('statements')
  mkdirSync(folder, { recursive: true })
  process.env.KAICHENG_DB_LOG = 'on'
  const cluster = await startEmbedded(folder)
  const client = new pg.Client({ connectionString: cluster.url('postgres') })
  await client.connect()
  const { rows } = await client.query<{ folder: string }>("select current_setting('data_directory') as folder")
  await client.query('create table people (name text not null, age integer check (age > 0))')
  await client.query('insert into people values ($1, $2)', ['张三丰', 40])
  await client.query('insert into people values ($1, $2)', ['李四海', -1]).catch(() => {})
  await client.query('select $1::text', ['王五']).catch(() => {})
  await client.end()
  await cluster.stop()
  const logs = join(rows[0]?.folder ?? '', 'log')
  const [name = ''] = readdirSync(logs)
  const text = readFileSync(join(logs, name), 'utf8')
  expect(name).toMatch(/^database-\d{4}-\d\d-\d\d\.log$/)
  expect(statSync(join(logs, name)).mode & 0o777).toBe(0o600)
  expect(text).toContain('insert into people values ($1, $2)')
  expect(text).toContain('create table people')
  expect(text).toContain('violates check constraint')
  expect(text).not.toMatch(/张三丰|李四海|王五|select \$1/)
  rmSync(folder, { recursive: true, force: true })
})
