import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { inActs, inOrgan } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import { publishAsSigned } from '../demo/publish-as-signed.ts'
import { confirmAll } from '../ledgers/years/testing/confirm-all.ts'
import { operatorActor } from '../organs/actor.ts'
import * as organs from '../organs/store.ts'
import { register } from './ledger.ts'

const { owner: db, ownerUrl: url } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'kaicheng-ledger-'))

beforeAll(async () => {
  vi.stubEnv('DATABASE_URL', url)
  vi.stubEnv('KAICHENG_DATA', join(folder, 'data'))
  vi.stubEnv('KAICHENG_TODAY', '2026-02-01')
  const text = {
    ogiWorkBody: '',
    address: '',
    postcode: '',
    phone: '',
    email: '',
    siteCode: '',
    creditCode: '',
    letterCode: '',
  }
  const kind = { kind: 'department', level: 'city', parentId: null, canMakeRules: false, isDemo: false } as const
  await inActs(db, (tx) => organs.add(tx, { slug: 'wenlv', name: '某市文旅局', ...kind, ...text }))
})
afterEach(() => {
  process.exitCode = undefined
})

async function run(...words: string[]) {
  const lines: { stdout: string[]; stderr: string[] } = { stdout: [], stderr: [] }
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.stdout.push(line))
  vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.stderr.push(line))
  const program = new Command()
  register(program)
  await program.parseAsync(['node', 'kaicheng', 'ledger', ...words])
  vi.restoreAllMocks()
  return { exit: process.exitCode ?? 0, ...lines }
}

const csv = (name: string, ...rows: string[]) => {
  const path = join(folder, name)
  writeFileSync(path, ['票据号码,收费项目,收费日期,金额', ...rows].join('\n'))
  return path
}

test('a sound file is stored and counted', async () => {
  const path = csv('a.csv', 'A1,考务费,2025-01-01,5', 'A2,考务费,2025-01-02,6')
  expect(await run('import', path, '--organ', 'wenlv')).toEqual({
    exit: 0,
    stdout: ['行政事业性收费：新增2，更新0，未变0'],
    stderr: [],
  })
})

test('bad content answers 1, prints at most two hundred findings and says how many there are', async () => {
  const path = csv('b.csv', ...Array.from({ length: 205 }, (_, row) => `B${row},考务费,2027-01-01,5`))
  const { exit, stdout, stderr } = await run('import', path, '--organ', 'wenlv')
  expect([exit, stdout, stderr.length]).toEqual([1, [], 202])
  expect(stderr[0]).toBe('b.csv，第2行，“收费日期”（C2）：2027-01-01晚于今天（2026-02-01），请核对')
  expect(stderr.slice(200)).toEqual([
    '……另有5处，用 --json 可列出全部',
    '共205处错误，全部没有导入。请改正后重新导入。',
  ])
  const asJson = JSON.parse((await run('import', path, '--organ', 'wenlv', '--json')).stdout.join(''))
  expect(asJson.problems).toHaveLength(205)
})

test('an unknown organ answers 1, an unreadable file 2', async () => {
  expect(await run('import', csv('c.csv', 'C1,考务费,2025-01-01,5'), '--organ', 'nobody')).toMatchObject({
    exit: 1,
    stderr: ['没有找到代号为“nobody”的机关，请核对代号（如 hegang-ysj）'],
  })
  expect(await run('import', join(folder, 'none.xlsx'), '--organ', 'wenlv')).toMatchObject({ exit: 2 })
})

test('the template is written and can be imported as it is', async () => {
  const path = join(folder, 'template.xlsx')
  expect((await run('template', '--out', path)).exit).toBe(0)
  expect((await run('import', path, '--organ', 'wenlv')).exit).toBe(0)
})

const importsOf = async () =>
  (await run('imports', '--organ', 'wenlv')).stdout.map((line) => ({ id: line.split('  ')[0] ?? '', line }))
const receipts = async () =>
  (
    await db.selectFrom('administrativeFees').select(['receiptNumber', 'amount']).orderBy('receiptNumber').execute()
  ).map(({ receiptNumber, amount }) => `${receiptNumber} ${amount}`)

test('an import is taken back as a whole: what it added goes, what it changed is as before', async () => {
  const before = await receipts()
  await run('import', csv('wrong.csv', 'A1,考务费,2025-01-01,500', 'U1,考务费,2025-01-03,7'), '--organ', 'wenlv')
  expect(await receipts()).toEqual([...before.filter((each) => !each.startsWith('A1 ')), 'A1 500.00', 'U1 7.00'].sort())
  const [last] = await importsOf()
  expect(last?.line).toContain('wrong.csv：新增1，更新1，未变0')
  const undo = ['undo', last?.id ?? '', '--organ', 'wenlv', '--reason', '导错文件']
  expect(await run(...undo)).toMatchObject({ exit: 0, stdout: ['已撤销：删去1行，恢复1行'] })
  expect(await receipts()).toEqual(before)
  expect(await run(...undo)).toMatchObject({ exit: 1, stderr: ['这次导入已经撤销过'] })
  expect((await importsOf())[0]?.line).toContain('已撤销：导错文件')
  const entries = await db.selectFrom('auditEntries').selectAll().where('action', '=', 'ledger.importUndone').execute()
  expect(entries).toMatchObject([
    { subject: last?.id, actorKind: 'operator', detail: { reason: '导错文件', removed: 1 } },
  ])
})

test('an import whose rows were changed since is not taken back, and the rows are named', async () => {
  await run('import', csv('one.csv', 'V1,考务费,2025-02-01,5'), '--organ', 'wenlv')
  const [first] = await importsOf()
  await run('import', csv('two.csv', 'V1,考务费,2025-02-01,6'), '--organ', 'wenlv')
  const refused = await run('undo', first?.id ?? '', '--organ', 'wenlv', '--reason', '导错文件')
  expect([refused.exit, refused.stderr.join()]).toEqual([1, expect.stringContaining('行政事业性收费“V1”')])
  const [second] = await importsOf()
  for (const id of [second?.id ?? '', first?.id ?? ''])
    expect((await run('undo', id, '--organ', 'wenlv', '--reason', '导错')).stderr).toEqual([])
  expect((await receipts()).filter((each) => each.startsWith('V1'))).toEqual([])
})

test('an import that nobody made answers 1', async () => {
  for (const id of ['abc', '01890000-0000-7000-8000-000000000000'])
    expect(await run('undo', id, '--organ', 'wenlv', '--reason', '导错')).toMatchObject({ exit: 1 })
})

test('rows that a published report counts are changed by a file only with a reason, which the log keeps', async () => {
  const how = { publishedOn: plainDate('2026-01-20'), calendarVersion: 'test', reason: null }
  const organ = await inActs(db, (tx) => organs.getBySlug(tx, 'wenlv'))
  await inOrgan(db, organ.id, (tx) => confirmAll(tx, organ, 2025, how.publishedOn))
  await publishAsSigned(db, operatorActor(organ.id, how.publishedOn), organ, 2025, how)
  const changed = csv('changed.csv', 'A1,考务费,2025-01-01,99')
  for (const words of [[], ['--reason', '改']]) {
    const { exit, stderr } = await run('import', changed, '--organ', 'wenlv', ...words)
    expect([exit, stderr.join()]).toEqual([1, expect.stringContaining('请写明理由（至少4个字）')])
    process.exitCode = undefined
  }
  const amount = () =>
    db.selectFrom('administrativeFees').select('amount').where('receiptNumber', '=', 'A1').executeTakeFirst()
  expect(await amount()).toEqual({ amount: '5.00' })
  expect(await run('import', changed, '--organ', 'wenlv', '--reason', '原票据金额写错')).toMatchObject({ exit: 0 })
  expect(await amount()).toEqual({ amount: '99.00' })
  const { detail } = await db
    .selectFrom('auditEntries')
    .select('detail')
    .where('action', '=', 'ledger.imported')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  expect(detail).toMatchObject({ reason: '原票据金额写错' })
  // What is new needs none, and is told.
  const added = await run('import', csv('late.csv', 'A99,考务费,2025-03-01,1'), '--organ', 'wenlv')
  expect([added.exit, added.stderr.join()]).toEqual([0, expect.stringContaining('2025年度报告已经公布')])
})
