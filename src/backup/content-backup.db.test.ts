import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { checkRestored } from '../cli/check-restored.ts'
import { runCommand } from '../cli/testing/command.ts'
import { agreedKeys } from '../db/agreed-keys.ts'
import { testDatabase } from '../db/testing/database.ts'
import { anOffice } from '../organs/testing/officers.ts'
import { compareContent, noteContent, standardTools } from './content-backup.ts'
import { programVersion } from './program.ts'
import { layKey } from './testing/instance.ts'

const { db, owner, ownerUrl } = await testDatabase()
const root = mkdtempSync(join(tmpdir(), 'kaicheng-content-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const keyFile = layKey(join(root, 'data/keys/kaicheng.key'))
await agreedKeys(owner, join(root, 'data'))
const { organ } = await anOffice(db)

const order = { databaseUrl: ownerUrl, dataFolder: join(root, 'data'), program: programVersion(), env: {} }
const from = join(root, 'list')

test('the commands say which tools to use, compare what these brought back, and end with 1 where it differs', async () => {
  execFileSync(process.execPath, ['bin/setup.mjs'], { stdio: 'ignore' })
  const into = join(root, 'by-command')
  const run = (...args: string[]) => runCommand(join(root, 'data'), args, { DATABASE_URL: ownerUrl }).ended
  const made = await run('backup', into)
  expect([made.code, made.said]).toEqual([0, expect.stringContaining('数据没有备份')])
  expect(made.said).toMatch(/pg_dump -Fc .*\n.*pg_basebackup .*\n.*pg_restore/)
  expect(await run('restore', into, '--key', keyFile)).toEqual({
    code: 0,
    said: expect.stringContaining('逐行相符：1个机关'),
  })
  await sql`create table stray (id integer)`.execute(owner)
  expect(await run('restore', into, '--key', keyFile)).toEqual({
    code: 1,
    said: expect.stringContaining('多出一张表 stray（0行）'),
  })
  await sql`drop table stray`.execute(owner)
  expect(await run('backup', into)).toEqual({ code: 1, said: expect.stringContaining('不是空的') })
  expect((await run('backup', '--prove')).code).toBe(1)
})

test('what was noted is compared with what is there, and each difference is named', async () => {
  const manifest = await noteContent({ ...order, into: from })
  const compare = () => compareContent({ ...order, from, keyFile, checks: checkRestored })
  expect((await compare()).problems).toEqual([])
  await sql`update organs set phone = '0468-0000000' where id = ${organ.id}`.execute(owner)
  expect((await compare()).problems).toEqual([
    '表 organs 行数相同，内容不同',
    expect.stringMatching(/^表 row_changes 原有\d+行，现有\d+行$/),
    expect.stringContaining('内容与登记不符'),
  ])
  await sql`create table strange (id integer)`.execute(owner)
  await sql`update staff set unit_id = null`.execute(owner)
  await sql`delete from work_units`.execute(owner)
  const { problems } = await compare()
  expect(problems).toContain('多出一张表 strange（0行）')
  expect(problems.some((each) => /^表 work_units 原有\d+行，现有0行$/.test(each))).toBe(true)
  const tools = standardTools('postgres://kc:password@db.shili.gov.cn:5433/ogi', manifest, '/backup/a').join('\n')
  expect(tools).toContain('pg_dump -Fc -h db.shili.gov.cn -p 5433 -U kc -f /backup/a.dump ogi')
  expect(tools).not.toContain('password@')
})

test('another key is refused', async () => {
  const other = layKey(join(root, 'other.key'), 9)
  await expect(compareContent({ ...order, from, keyFile: other, checks: checkRestored })).rejects.toThrow('密钥不对')
})
