import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Tx } from '../db/database.ts'
import { keys, keysFrom, setKeys } from '../db/keys.ts'
import { inActs, inOrgan } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import * as organs from '../organs/store.ts'
import { anOrgan } from '../organs/testing/organ.ts'
import { anchorAudit, readAnchors } from './anchors.ts'
import { genesis, hashEntry, sealHead } from './chain.ts'
import type { AuditActor, AuditEntry } from './entry.ts'
import { record } from './record.ts'
import { describeFault, verifyAudit } from './verify.ts'

const { db, owner } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'kaicheng-anchors-'))
afterAll(() => rmSync(folder, { recursive: true }))

const organ = await inActs(owner, (tx) => organs.add(tx, anOrgan()))
const clerk: AuditActor = { kind: 'staff', id: 'b7e1', address: '10.0.0.7', organId: organ.id }

const write = (entry: AuditEntry = {}, action = 'request.read', by = clerk) =>
  inOrgan(db, by.organId, (tx) => record(tx, by, action, entry))
const verify = () => inOrgan(db, organ.id, (tx) => verifyAudit(tx, organ.id, readAnchors(organ.id, { folder }).heads))
const anchor = () => anchorAudit(db, folder, [organ.id], new Date())

/** As whoever owns the database: triggers off, one change, triggers on. */
async function tamper(...statements: string[]): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`alter table audit_entries disable trigger all`.execute(tx)
    for (const statement of statements) await sql.raw(statement).execute(tx)
    await sql`alter table audit_entries enable trigger all`.execute(tx)
  })
}

beforeEach(async () => {
  await tamper('delete from audit_entries', 'delete from audit_heads')
  rmSync(join(folder, 'audit-anchors.jsonl'), { force: true })
  for (let n = 1; n <= 10; n += 1)
    await write({
      subject: `20260${n}`,
      detail: { n, ratio: n / 3, tiny: 1e-7, big: 1e21, 理由: '核对“身份”', b: [null, { z: 1, a: true }] },
    })
})

test('a chain that nobody touched is whole, whatever was written into it', async () => {
  await write({ subject: 'NUL\0 and half \ud83d', detail: { typed: 'a\0b\ud83d' }, succeeded: false })
  await write({}, 'system.started', { kind: 'system', id: null, address: '', organId: organ.id })
  expect(await verify()).toEqual({ entries: 12, broken: null, backwards: null })
})

test('entries of many at once stand in one row without gap', async () => {
  await Promise.all(Array.from({ length: 40 }, () => write()))
  expect(await verify()).toEqual({ entries: 50, broken: null, backwards: null })
})

test('no audit without its act: what is rolled back leaves no entry and no gap', async () => {
  const failing = inOrgan(db, organ.id, async (tx) => {
    await record(tx, clerk, 'request.read')
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  await write()
  expect(await verify()).toEqual({ entries: 11, broken: null, backwards: null })
})

test('H411: no act without audit; whoever asked hears 503 and may try again', async () => {
  await sql`revoke insert on audit_entries from kaicheng_app`.execute(owner)
  const act = inOrgan(db, organ.id, async (tx) => {
    await sql`insert into work_units (organ_id, name) values (${organ.id}, '信息科')`.execute(tx)
    await record(tx, clerk, 'unit.added')
  })
  await expect(act).rejects.toMatchObject({ statusCode: 503 })
  await sql`grant insert on audit_entries to kaicheng_app`.execute(owner)
  const { rows } = await sql`select from work_units`.execute(owner)
  expect(rows).toEqual([])
  expect(await verify()).toEqual({ entries: 10, broken: null, backwards: null })
})

test.for([
  'update audit_entries set subject = subject',
  'delete from audit_entries where seq = 5',
  'truncate audit_entries',
])('H399: the role of the program may not %s', async (statement) => {
  const attempt = inOrgan(db, organ.id, (tx) => sql.raw(statement).execute(tx))
  await expect(attempt).rejects.toThrow('permission denied')
})

test.for<[string, string[], number, string]>([
  ['one character changed', ["update audit_entries set subject = '202605x' where seq = 5"], 5, 'changed'],
  [
    'a number in the detail changed',
    ["update audit_entries set detail = jsonb_set(detail, '{n}', '6') where seq = 5"],
    5,
    'changed',
  ],
  ['H401 one entry deleted in the middle', ['delete from audit_entries where seq = 5'], 5, 'missing'],
  [
    'one deleted and the rest moved up',
    [
      'delete from audit_entries where seq = 5',
      'update audit_entries set seq = seq - 1 where seq > 5',
      'update audit_heads set seq = 9',
    ],
    5,
    'unchained',
  ],
  ['H403 truncated', ['truncate audit_entries'], 1, 'tailCut'],
  ['the tail cut', ['delete from audit_entries where seq > 7'], 8, 'tailCut'],
  [
    'the tail cut and the head put back',
    [
      'delete from audit_entries where seq > 7',
      'update audit_heads set seq = 7, hash = (select hash from audit_entries where seq = 7)',
    ],
    7,
    'headForged',
  ],
  [
    'thousands deleted',
    ['delete from audit_entries where seq > 3', 'update audit_heads set seq = 20000'],
    4,
    'tailCut',
  ],
  [
    'a forged entry far behind the head',
    [
      `insert into audit_entries select organ_id, 20000, at, actor_kind, actor_id, address, action, subject, succeeded,
        detail, previous_hash, hash from audit_entries where seq = 10`,
    ],
    11,
    'missing',
  ],
  ['the head removed', ['delete from audit_heads'], 10, 'headForged'],
  ['H407 another actor', ["update audit_entries set actor_id = 'c000' where seq = 5"], 5, 'changed'],
  [
    'another time, by one microsecond',
    ["update audit_entries set at = at + interval '1 microsecond' where seq = 5"],
    5,
    'changed',
  ],
  ['a failure made a success', ['update audit_entries set succeeded = not succeeded where seq = 5'], 5, 'changed'],
  [
    'two entries swapped',
    [
      'update audit_entries set seq = -seq where seq in (5, 6)'.replace('-seq', 'seq + 1000'),
      'update audit_entries set seq = case seq when 1005 then 6 else 5 end where seq > 1000',
    ],
    5,
    'unchained',
  ],
])('found: %s', async ([, statements, seq, fault]) => {
  await tamper(...statements)
  const { broken } = await verify()
  expect(broken).toEqual({ seq, fault })
  expect(broken && describeFault(broken)).toContain(`第${seq}条审计记录`)
})

/** What somebody with the database, this program and another key would do: chain anew from a forged entry on. */
async function chainAnew(tx: Tx, from: number): Promise<void> {
  const { rows } = await sql<{ seq: number; previous: Buffer | null }>`
    select seq, lag(hash) over (order by seq) as previous from audit_entries order by seq`.execute(tx)
  let previous = rows.find(({ seq }) => seq === from)?.previous ?? genesis
  for (const { seq } of rows.filter((row) => row.seq >= from)) {
    const entry = await sql<Parameters<typeof hashEntry>[1]>`
      select organ_id, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor_kind, actor_id,
        address, action, subject, succeeded, detail::text as detail from audit_entries where seq = ${seq}`.execute(tx)
    const [found] = entry.rows
    if (!found) throw new Error('no entry')
    const hash = hashEntry(previous, { ...found, sealed: null })
    await sql`update audit_entries set previous_hash = ${previous}, hash = ${hash} where seq = ${seq}`.execute(tx)
    await sql`update audit_heads set hash = ${hash}, seal = ${sealHead({ organId: organ.id, seq, hash })}`.execute(tx)
    previous = hash
  }
}

test.for([
  {
    what: 'H405 a forged entry, all hashes after it computed anew',
    from: 5,
    change: "update audit_entries set action = 'forged' where seq = 5",
  },
  {
    what: 'H409 the table made anew with as many rows',
    from: 1,
    change: "update audit_entries set action = 'forged', at = now()",
  },
])('found: $what', async ({ from, change }) => {
  const mine = keys()
  setKeys(keysFrom(Buffer.alloc(32, 9)))
  await owner.transaction().execute(async (tx) => {
    await sql`alter table audit_entries disable trigger all`.execute(tx)
    await sql.raw(change).execute(tx)
    await chainAnew(tx, from)
    await sql`alter table audit_entries enable trigger all`.execute(tx)
  })
  setKeys(mine)
  expect((await verify()).broken).toEqual({ seq: from, fault: 'changed' })
})

test('found by the anchor alone: the whole organ rolled back to an old copy', async () => {
  await sql`create table old_entries as select * from audit_entries`.execute(owner)
  await sql`create table old_heads as select * from audit_heads`.execute(owner)
  const rollBack = () =>
    tamper(
      'delete from audit_entries',
      'delete from audit_heads',
      'insert into audit_entries select * from old_entries',
      'insert into audit_heads select * from old_heads',
    )
  await write()
  await write()
  await anchor()
  expect(await verify()).toEqual({ entries: 13, broken: null, backwards: null })
  await rollBack()
  expect((await verify()).broken).toEqual({ seq: 11, fault: 'rolledBack' })
  // Working on hides it from no one: another entry stands where the anchored one stood.
  for (let n = 0; n < 5; n += 1) await write()
  expect((await verify()).broken).toEqual({ seq: 12, fault: 'rolledBack' })
  await tamper('delete from audit_entries', 'delete from audit_heads')
  expect((await verify()).broken).toEqual({ seq: 1, fault: 'rolledBack' })
})

test('a changed or shortened anchor file is found; a line cut short by a crash is dropped', async () => {
  for (let n = 0; n < 3; n += 1) {
    await write()
    await anchor()
  }
  const path = join(folder, 'audit-anchors.jsonl')
  const text = readFileSync(path, 'utf8')
  const [first = '', second = '', third = ''] = text.split('\n')
  writeFileSync(path, text.replace(`"seq":13`, `"seq":12`))
  expect(readAnchors(organ.id, { folder }).problem).toContain('第2行')
  writeFileSync(path, `${first}\n${third}\n`)
  expect(readAnchors(organ.id, { folder }).problem).toContain('第2行')
  writeFileSync(path, `${first}\n${second}\n${third.slice(0, 40)}`)
  await anchor()
  expect(readAnchors(organ.id, { folder }).heads).toHaveLength(3)
})

test('a clock that was set back is noticed, and where', async () => {
  await owner.transaction().execute(async (tx) => {
    await sql`alter table audit_entries disable trigger all`.execute(tx)
    await sql`update audit_entries set at = at + interval '1 hour' where seq <= 5`.execute(tx)
    await chainAnew(tx, 1)
    await sql`alter table audit_entries enable trigger all`.execute(tx)
  })
  expect(await verify()).toEqual({ entries: 10, broken: null, backwards: { seq: 6, count: 1 } })
})

test('another key verifies nothing', async () => {
  const mine = keys()
  setKeys(keysFrom(Buffer.alloc(32, 9)))
  expect((await verify()).broken).toEqual({ seq: 1, fault: 'changed' })
  setKeys(mine)
})
