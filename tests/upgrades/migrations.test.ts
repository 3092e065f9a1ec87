import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '../../src/db/database.ts'
import { checksum, migrate, migrationNames, releasedMigrations, releasedSchema } from '../../src/db/migrate.ts'
import { dumpSchema } from '../../src/db/schema-dump.ts'
import { dataFolder } from '../../src/db/testing/data-folder.ts'
import { oldDatabase } from './old-database.ts'

const root = dataFolder('migrations')
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A released version, empty, and the program's own folder of migrations with `more` in it. */
async function scene(name: string, more: Record<string, string> = {}, version = '0.1.0') {
  const old = await oldDatabase(version, { isEmpty: true })
  const folder = join(root, name)
  cpSync('migrations', folder, { recursive: true })
  for (const [file, text] of Object.entries(more)) writeFileSync(join(folder, file), text)
  const db = openDatabase(old.ownerUrl)
  afterAll(() => db.destroy())
  return { ...old, db, folder }
}

const last = Number(migrationNames('migrations').at(-1)?.slice(0, 4))
const numbered = (count: number, name: string) => `${String(last + count).padStart(4, '0')}-${name}.sql`
const hasTable = async (client: pg.Client, name: string) =>
  (await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [name])).rows[0]?.there

test('no released migration was ever changed again', () => {
  for (const [version, files] of Object.entries(releasedMigrations('migrations'))) {
    const now = Object.keys(files).map((name) => [name, checksum(readFileSync(join('migrations', name), 'utf8'))])
    expect(Object.fromEntries(now), version).toEqual(files)
    expect(migrationNames('migrations').slice(0, now.length)).toEqual(Object.keys(files))
    expect(readdirSync('tests/upgrades')).toContain(version)
  }
})

test('the schema kept of 0.1 is what its migrations make; taken over, it has their checksums and all that came later', async () => {
  const { db, folder, client } = await scene('taken-over')
  expect(await dumpSchema(db)).toBe(readFileSync(releasedSchema('migrations', '0.1.0'), 'utf8'))
  const names = migrationNames(folder)
  expect(await migrate(db, folder)).toEqual(names.slice(8))
  const { rows } = await client.query('select name, sha256 from migrations order by name')
  expect(rows).toEqual(names.map((name) => ({ name, sha256: checksum(readFileSync(join(folder, name), 'utf8')) })))
  expect(await migrate(db, folder)).toEqual([])
})

test('what a migration adds to rows that the journal knows is null in those of before: their hashes stay true', async () => {
  const { db, folder, client } = await scene('journal', {}, '0.2.0')
  const columns = async () =>
    (
      await client.query<{ tab: string; name: string; number: number; fills: boolean }>(
        `select c.relname as tab, a.attname as name, a.attnum as number, a.attnotnull or a.atthasdef as fills
         from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_trigger t on t.tgrelid = c.oid
         where t.tgname = c.relname || '_journal_1' and a.attnum > 0 and not a.attisdropped order by 1, 3`,
      )
    ).rows
  const before = await columns()
  const known = new Map(before.map(({ tab, number }) => [tab, number]))
  expect(known.size).toBeGreaterThan(40)
  await migrate(db, folder)
  const filled = (await columns()).filter(
    ({ tab, number, fills }) => fills && number > (known.get(tab) ?? Number.POSITIVE_INFINITY),
  )
  expect(filled.map(({ tab, name }) => `${tab}.${name}`)).toEqual([])
})

test('every mail of before moves into the outbox as it stood: what waits still waits, what was sent never goes again', async () => {
  const { db, folder, client } = await scene('mails', {}, '0.2.0')
  await client.query(
    `insert into organs (slug, name, kind, level, letter_code) values ('shili-tjj', '甲', 'department', 'city', '甲')`,
  )
  await client.query(`insert into mails (organ_id, to_address, subject, body, queued_at, tries, sent_at, last_problem, claimed_until)
    select (select id from organs), subject || '@shili.invalid', subject, '乙', now() - interval '1 hour', tries, sent, problem, claimed from (values
      ('new', 0, null::timestamptz, null, null::timestamptz),
      ('sending', 0, null, null, now() + interval '3 minutes'),
      ('later', 6, null, '451 <later@shili.invalid> try again', null),
      ('sent', 1, now(), null, null),
      ('gone', 10, null, '550 5.1.1 <gone@shili.invalid> unknown', null),
      ('over', 10, null, '所告知的情况已经改变，没有发出', null)) as m (subject, tries, sent, problem, claimed)`)
  await migrate(db, folder)
  const { rows } =
    await client.query(`select payload ->> 'subject' as subject, payload ->> 'to' as to, attempts, outcome, last_error,
    next_at <= now() as due, locked_at from outbox order by id`)
  expect(rows.map(({ to }) => to)).toEqual(rows.map(({ subject }) => `${subject}@shili.invalid`))
  expect(
    rows.map(({ subject, attempts, outcome, last_error, due }) => [subject, attempts, outcome, last_error, due]),
  ).toEqual([
    ['new', 0, null, null, true],
    ['sending', 0, null, null, false],
    ['later', 6, null, '邮件服务器没有接收（451）', false],
    ['sent', 1, 'sent', null, expect.anything()],
    ['gone', 10, 'givenUp', '邮件服务器没有接收（550）', expect.anything()],
    ['over', 10, 'dropped', '所告知的情况已经改变，没有发出', expect.anything()],
  ])
  expect(await hasTable(client, 'mails')).toBe(false)
})

test('a migration that was edited after it was applied is refused by name', async () => {
  const { db, folder, client } = await scene('edited')
  await migrate(db, folder)
  const file = '0004-proactive-disclosure.sql'
  const text = readFileSync(join(folder, file), 'utf8')
  writeFileSync(join(folder, file), `${text}\n-- one line more\n`)
  writeFileSync(join(folder, numbered(1, 'later')), 'create table later ();')
  await expect(migrate(db, folder)).rejects.toThrow(`migrations/${file}`)
  expect(await hasTable(client, 'later')).toBe(false)
  writeFileSync(join(folder, file), text)
  expect(await migrate(db, folder)).toEqual([numbered(1, 'later')])
})

test('a database that a newer program has migrated is refused', async () => {
  const { db, folder, client } = await scene('newer')
  await migrate(db, folder)
  await client.query("insert into migrations (name, sha256) values ('0999-of-tomorrow.sql', 'ab')")
  await expect(migrate(db, folder)).rejects.toThrow(/更新版本.*0999-of-tomorrow.sql/)
})

test('a database that was made with the migrations of before the release is refused, with the first table that differs', async () => {
  const { db, folder, client } = await scene('before-release')
  await client.query('alter table published_records drop column repealed_by cascade')
  await expect(migrate(db, folder)).rejects.toThrow('第一处不同：表 published_records')
  const { rows } = await client.query('select * from migrations')
  expect(Object.keys(rows[0])).toEqual(['name', 'applied_at'])
})

test('a database on which 0.1 had only begun is refused', async () => {
  const { db, folder, client } = await scene('begun')
  await client.query("delete from migrations where name > '0007'")
  await expect(migrate(db, folder)).rejects.toThrow('没有 0007-catalogue.sql')
})

test('an upgrade that was killed in the middle goes on where it stopped', async () => {
  const { db, folder, client, ownerUrl } = await scene('killed', {
    [numbered(1, 'first')]: 'create table first_new (id integer);',
    [numbered(2, 'second')]: 'create table second_new (id integer); select pg_advisory_xact_lock(771);',
  })
  const holder = new pg.Client({ connectionString: ownerUrl })
  await holder.connect()
  await holder.query('select pg_advisory_lock(771)')
  const killed = expect(migrate(db, folder)).rejects.toThrow()
  const waiting =
    'select pid from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())'
  let pid: number | undefined
  while (pid === undefined) pid = (await client.query<{ pid: number }>(waiting)).rows[0]?.pid
  await client.query('select pg_terminate_backend($1, 5000)', [pid])
  await killed
  await holder.end()
  expect(await hasTable(client, 'first_new')).toBe(true)
  expect(await hasTable(client, 'second_new')).toBe(false)
  expect(await migrate(db, folder)).toEqual([numbered(2, 'second')])
})

test('two servers that upgrade together take turns', async () => {
  const { db, folder } = await scene('together', { [numbered(1, 'once')]: 'create table once ();' })
  const [one, other] = await Promise.all([migrate(db, folder), migrate(db, folder)])
  expect([...one, ...other]).toEqual(migrationNames(folder).slice(8))
})
