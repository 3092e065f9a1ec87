import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { anchorAudit } from '../../audit/anchors.ts'
import { record } from '../../audit/record.ts'
import { inActs, inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { openPlatform } from '../../platform/columns/standing.ts'
import { registerIntake } from '../../requests/actions/register-intake.ts'
import { anOfficer } from '../../requests/testing/a-history.ts'
import { anIntake } from '../../requests/testing/an-intake.ts'
import * as organs from '../store.ts'
import { anOrgan } from '../testing/organ.ts'
import { addStaff, Browser, sessionCookie } from '../testing/staff.ts'

const { db, url, owner } = await testDatabase()
const dataFolder = mkdtempSync(join(tmpdir(), 'kaicheng-audit-log-'))
const app = await buildApp({ db, url, dataFolder }, {})
afterAll(async () => {
  await app.close()
  rmSync(dataFolder, { recursive: true })
})
const auditor = new Browser(app)
let organId: number
let clerkId: string

beforeAll(async () => {
  const [here, there] = await inActs(db, async (tx) => [
    await organs.add(tx, anOrgan()),
    await organs.add(tx, anOrgan({ slug: 'shili-two', name: '示例市第二局' })),
  ])
  organId = here?.id ?? 0
  clerkId = await addStaff(db, organId, { login: 'clerk', name: '李文', roles: ['clerk'] })
  const auditorId = await addStaff(db, organId, { login: 'auditor', roles: ['auditAdmin'] })
  auditor.cookie = await sessionCookie(db, organId, auditorId)
  const anonymous = { kind: 'anonymous', id: null, address: '10.1.1.1' } as const
  await inOrgan(db, organId, async (tx) => {
    for (let index = 0; index < 60; index += 1)
      await record(tx, { ...anonymous, organId }, 'signIn.failed', { subject: clerkId, succeeded: false })
    await record(tx, { kind: 'staff', id: clerkId, address: '10.1.1.1', organId }, 'request.read', {
      subject: '1-2026-1',
    })
  })
  const foreign = there?.id ?? 0
  await inOrgan(db, foreign, (tx) => record(tx, { ...anonymous, organId: foreign }, 'signIn.failed'))
})

test('the newest comes first, people are named, and reading leaves its own entry', async () => {
  const page = (await auditor.send('GET', '/audit')).json()
  expect(page).toMatchObject({ total: 64, pageSize: 50 })
  expect(page.items[0]).toMatchObject({ seq: 64, actorName: '李文', action: 'request.read', subject: '1-2026-1' })
  expect(page.items[1]).toMatchObject({
    actorKind: 'anonymous',
    actorName: '',
    subject: '李文 clerk',
    succeeded: false,
  })
  const next = (await auditor.send('GET', '/audit?page=2')).json()
  expect(next.items).toHaveLength(15)
  expect((await auditor.send('GET', '/audit?action=audit')).json().items).toMatchObject([{ action: 'audit.read' }])
})

test('days are the office’s, and an action is found by its beginning', async () => {
  const [entry] = (await auditor.send('GET', '/audit?action=request')).json().items
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(entry.at))
  const found = async (query: string) => (await auditor.send('GET', `/audit?action=request&${query}`)).json().total
  expect(await found(`from=${day}&to=${day}`)).toBe(1)
  expect(await found('to=2020-01-01')).toBe(0)
  expect(await found('from=2099-01-01')).toBe(0)
  expect((await auditor.send('GET', '/audit?action=request%25')).json().total).toBe(0)
})

test.for(['from=2026-02-30', 'page=0', 'page=x', 'organId=2', 'action=a&action=b', `action=${'x'.repeat(61)}`])(
  '%s is refused',
  async (query) => {
    expect((await auditor.send('GET', `/audit?${query}`)).statusCode).toBe(422)
  },
)

test('what an entry is about is called as people call it: a unit by its name, a request by its number', async () => {
  const system = new Browser(app)
  const systemId = await addStaff(db, organId, { login: 'system', roles: ['systemAdmin'] })
  system.cookie = await sessionCookie(db, organId, systemId)
  await system.send('POST', '/units', { name: '综合科' })
  const clerk = { ...anOfficer('2026-03-02', ['clerk'], clerkId), organId }
  const [registered] = await inOrgan(db, organId, (tx) => registerIntake(tx, clerk, anIntake('2026-03-02')))
  const items: { action: string; subject: string }[] = (await auditor.send('GET', '/audit')).json().items
  const subjectOf = (action: string) => items.find((entry) => entry.action === action)?.subject
  expect(subjectOf('unit.added')).toBe('综合科')
  expect(registered?.request.number).toContain('〔2026〕')
  expect(subjectOf('request.registered')).toBe(registered?.request.number)
})

test('so is what stands inside its detail: units, people, columns and the files of a request, which are called by its number', async () => {
  const clerk = { ...anOfficer('2026-03-02', ['clerk'], clerkId), organId }
  const fileId = await inOrgan(db, organId, async (tx) => {
    await openPlatform(tx, organId)
    const { id: unitId } = await tx
      .selectFrom('workUnits')
      .select('id')
      .where('name', '=', '综合科')
      .executeTakeFirstOrThrow()
    const { id: requestId } = await tx.selectFrom('requests').select('id').executeTakeFirstOrThrow()
    const file = {
      organId,
      name: '张三的身份证.pdf',
      contentType: 'application/pdf',
      size: 3,
      sha256: 'x',
      sealed: Buffer.from('x'),
    }
    const { id: fileId } = await tx.insertInto('files').values(file).returning('id').executeTakeFirstOrThrow()
    await tx.insertInto('requestFiles').values({ organId, requestId, fileId, purpose: 'identity', seq: 1 }).execute()
    const detail = {
      unitId,
      staffIds: [clerkId],
      from: 'tzgg',
      to: 'zcjd',
      after: { columnId: 'tzgg' },
      login: 'tzgg',
      file: fileId,
    }
    await record(tx, clerk, 'column.moved', { subject: 'tzgg', detail })
    return fileId
  })
  const { items } = (await auditor.send('GET', '/audit?action=column')).json()
  expect(items[0]).toMatchObject({
    subject: '通知公告',
    detail: {
      unitId: '综合科',
      staffIds: ['李文 clerk'],
      from: '通知公告',
      after: { columnId: '通知公告' },
      login: 'tzgg',
    },
  })
  expect(items[0].detail.file).toMatch(/〔2026〕\d+号的文件$/)
  expect(JSON.stringify(items)).not.toContain('张三')
  expect(JSON.stringify(items)).not.toContain(fileId)
})

const check = async () => (await auditor.send('POST', '/audit/verify')).json()
/** What somebody with the owner's rights does, past the triggers. */
const tamper = (...statements: string[]) =>
  owner.transaction().execute(async (tx) => {
    for (const table of ['audit_entries', 'audit_heads'])
      await sql.raw(`alter table ${table} disable trigger user`).execute(tx)
    for (const statement of statements) await sql.raw(statement).execute(tx)
    for (const table of ['audit_entries', 'audit_heads'])
      await sql.raw(`alter table ${table} enable trigger user`).execute(tx)
  })

test('without anchors it says what it cannot find; with them, that a tail was cut and the head put back', async () => {
  const { entries, ...unanchored } = await check()
  expect(unanchored).toEqual({
    anchors: 0,
    broken: null,
    notices: [],
    hint: expect.stringContaining('kaicheng audit anchor'),
  })
  await sql`create table head_before as select * from audit_heads where organ_id = ${sql.lit(organId)}`.execute(owner)
  await check()
  await anchorAudit(db, dataFolder, [organId], new Date())
  expect(await check()).toEqual({ entries: entries + 3, anchors: 1, broken: null, notices: [], hint: null })

  await sql`create table tail as select * from audit_entries where organ_id = ${sql.lit(organId)}`.execute(owner)
  await sql`create table head_after as select * from audit_heads where organ_id = ${sql.lit(organId)}`.execute(owner)
  const of = `where organ_id = ${organId}`
  const headOf = (copy: string) => [`delete from audit_heads ${of}`, `insert into audit_heads select * from ${copy}`]
  await tamper(`delete from audit_entries ${of} and seq > (select seq from head_before)`, ...headOf('head_before'))
  const { broken } = await check()
  expect(broken).toEqual({ seq: entries + 2, message: expect.stringContaining('与锚点文件不符') })

  await tamper(
    `delete from audit_entries ${of}`,
    'insert into audit_entries select * from tail',
    ...headOf('head_after'),
  )
  expect((await check()).broken).toBeNull()
})

test('a changed anchor file is itself what is broken', async () => {
  const path = join(dataFolder, 'audit-anchors.jsonl')
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace('"seq":', '"seq":1'))
  expect((await check()).broken).toEqual({ seq: null, message: expect.stringContaining('第1行被改动') })
  writeFileSync(path, text)
  expect((await check()).broken).toBeNull()
})

test('the chain is whole, until somebody with the owner’s rights changes an entry', async () => {
  const whole = await check()
  expect(whole.broken).toBeNull()
  expect(whole.entries).toBeGreaterThan(61)
  await tamper(`update audit_entries set succeeded = true where organ_id = ${organId} and seq = 7`)
  expect(await check()).toMatchObject({ entries: 6, broken: { seq: 7, message: expect.stringContaining('第7条') } })
})
