import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { record } from '../audit/record.ts'
import { warnOfClock } from '../audit/warn-of-clock.ts'
import { keysFrom, loadKeys, setKeys } from '../db/keys.ts'
import { inActs, inOrgan } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import * as organs from '../organs/store.ts'
import { anOrgan } from '../organs/testing/organ.ts'
import { register } from './audit.ts'

const { db, owner, ownerUrl } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'kaicheng-audit-'))

beforeAll(async () => {
  vi.stubEnv('DATABASE_URL', ownerUrl)
  vi.stubEnv('KAICHENG_DATA', folder)
  // Nothing to verify is not “whole”.
  expect(await run('verify')).toEqual({ exit: 1, said: [expect.stringContaining('没有机关')] })
  process.exitCode = undefined
  for (const [slug, name] of [
    ['shili-tjj', '示例市统计局'],
    ['shili-czj', '示例市财政局'],
  ] as const) {
    const { id: organId } = await inActs(owner, (tx) => organs.add(tx, anOrgan({ slug, name })))
    const system = { kind: 'system', id: null, address: '', organId } as const
    for (let n = 0; n < 3; n += 1) await inOrgan(db, organId, (tx) => record(tx, system, 'system.started'))
  }
})
afterEach(() => {
  process.exitCode = undefined
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

async function run(...words: string[]) {
  const said: string[] = []
  for (const stream of ['log', 'error'] as const)
    vi.spyOn(console, stream).mockImplementation((line: string) => void said.push(line))
  // A command begins without keys; other ones show whether it waited for its own.
  setKeys(keysFrom(Buffer.alloc(32, 9)))
  const program = new Command()
  register(program)
  await program.parseAsync(['node', 'kaicheng', 'audit', ...words])
  vi.restoreAllMocks()
  return { exit: process.exitCode ?? 0, said }
}

test('whole chains answer 0; without anchors it says what cannot be found', async () => {
  expect(await run('verify')).toEqual({
    exit: 0,
    said: [
      expect.stringContaining('4条审计记录完整'),
      expect.stringContaining('4条审计记录完整'),
      expect.stringContaining('还没有锚点'),
    ],
  })
  expect((await run('anchor')).said[0]).toContain('已将2个机关的审计记录末条写入')
  expect((await run('verify', '--organ', 'shili-czj')).said).toEqual([
    '示例市财政局（shili-czj）：5条审计记录完整，与1个锚点相符',
  ])
})

test('a broken chain answers 1 and names the organ and the first broken entry; the other organ is whole', async () => {
  await owner.transaction().execute(async (tx) => {
    await sql`alter table audit_entries disable trigger all`.execute(tx)
    await sql`update audit_entries set action = 'nothing' where seq = 2
      and organ_id = (select id from organs where slug = 'shili-tjj')`.execute(tx)
    await sql`alter table audit_entries enable trigger all`.execute(tx)
  })
  const { exit, said } = await run('verify')
  expect(exit).toBe(1)
  expect(said).toContain('示例市统计局（shili-tjj）：第2条审计记录内容被改动')
  expect(said).toContain('示例市财政局（shili-czj）：5条审计记录完整，与1个锚点相符')
  process.exitCode = undefined
  expect((await run('verify', '--organ', 'shili-czj')).exit).toBe(0)
})

test('anchors that go away are missed; a copy kept elsewhere tells what was cut or changed', async () => {
  const path = join(folder, 'audit-anchors.jsonl')
  const copy = join(folder, 'copy.jsonl')
  await run('anchor')
  await run('anchor')
  const text = readFileSync(path, 'utf8')
  writeFileSync(copy, text)
  const verify = () => run('verify', '--organ', 'shili-czj', '--anchors', copy)
  expect((await verify()).exit).toBe(0)
  writeFileSync(path, '')
  expect((await run('verify', '--organ', 'shili-czj')).said.join()).toContain('锚点文件被删去、清空或截短')
  expect((await verify()).said.join()).toContain('数据目录中的锚点文件只有0行，副本有3行')
  writeFileSync(path, text.split('\n').slice(0, 2).join('\n').concat('\n'))
  expect(await verify()).toMatchObject({ exit: 1, said: [expect.stringContaining('只有2行，副本有3行')] })
  writeFileSync(path, text)
  process.exitCode = undefined
  expect((await verify()).exit).toBe(0)
})

test('--deep says that rows and contents are as they were left, or which is not', async () => {
  const deep = () => run('verify', '--deep', '--organ', 'shili-czj')
  expect(await deep()).toMatchObject({ exit: 0, said: [expect.anything(), expect.stringContaining('逐行相符')] })
  await sql`update organs set phone = '0' where slug = 'shili-czj'`.execute(owner)
  const { exit, said } = await deep()
  expect(exit).toBe(1)
  expect(said[1]).toContain('1处不符')
  expect(said[2]).toMatch(/机关 示例市财政局（organs \d+）：内容与登记不符/)
  process.exitCode = undefined
  await sql`create view organ_names as select name from organs`.execute(owner)
  const made = await run('verify', '--deep')
  expect(made.exit).toBe(1)
  expect(made.said.filter((line) => line.includes('结构'))).toEqual([
    '数据库结构与程序不符：视图 organ_names 不是程序建立的',
  ])
  await sql`drop view organ_names`.execute(owner)
  process.exitCode = undefined
})

test('a chain without any entry and an organ that is gone are told as such, and an organ without anchors by its name', async () => {
  await inActs(owner, (tx) => organs.add(tx, anOrgan({ slug: 'shili-sjj', name: '示例市审计局' })))
  expect((await run('verify')).said.at(-1)).toContain('提示：示例市审计局还没有锚点')
  await owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`delete from audit_entries where organ_id = (select id from organs where slug = 'shili-sjj')`.execute(tx)
    await sql`delete from audit_heads where organ_id = (select id from organs where slug = 'shili-sjj')`.execute(tx)
  })
  expect((await run('verify')).said.join()).toContain('示例市审计局（shili-sjj）：没有任何审计记录')
  await owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`delete from organs where slug = 'shili-sjj'`.execute(tx)
  })
  expect((await run('verify')).said.join()).toContain('机关被删除')
})

test('an organ of which the database knows nothing more is named by the anchors, in the folder or in the copy', async () => {
  const organ = anOrgan({ slug: 'shili-jtj', name: '示例市交通局' })
  const { id } = await inActs(owner, (tx) => organs.add(tx, organ))
  await run('anchor')
  await owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    for (const table of ['audit_entries', 'audit_heads', 'row_changes'])
      await sql`delete from ${sql.table(table)} where organ_id = ${id}`.execute(tx)
    await sql`delete from organs where id = ${id}`.execute(tx)
  })
  const gone = `编号为${id}的机关不在了`
  expect((await run('verify')).said.join()).toContain(gone)
  const path = join(folder, 'audit-anchors.jsonl')
  const copy = join(folder, 'kept.jsonl')
  renameSync(path, copy)
  expect((await run('verify')).said.join()).not.toContain(gone)
  expect((await run('verify', '--anchors', copy)).said.join()).toContain(gone)
  renameSync(copy, path)
})

test('a clock that was set back is noticed', async () => {
  const said: string[] = []
  const all = (await db.transaction().execute(organs.list)).map(({ id }) => id)
  await warnOfClock(db, all, new Date(), (line) => said.push(line))
  expect(said).toEqual([])
  await warnOfClock(db, all, new Date(Date.now() - 3_600_000), (line) => said.push(line))
  expect(said).toEqual([expect.stringContaining('时钟可能被调慢')])
})

test('without its key, or with another one, the database is not touched', async () => {
  const elsewhere = mkdtempSync(join(folder, 'other-'))
  vi.stubEnv('KAICHENG_DATA', elsewhere)
  await expect(run('verify')).rejects.toThrow('数据库中已有用它加密的数据')
  expect(readdirSync(elsewhere)).toEqual([])
  loadKeys(elsewhere)
  await expect(run('verify')).rejects.toThrow('密钥文件与数据库不符')
})
