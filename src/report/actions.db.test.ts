import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { inActs, inOrgan } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import { type AsSigned, publishAsSigned } from '../demo/publish-as-signed.ts'
import { confirmYear } from '../ledgers/years/actions.ts'
import { ledgersOf } from '../ledgers/years/ledger-year.ts'
import { confirmAll } from '../ledgers/years/testing/confirm-all.ts'
import { operatorActor } from '../organs/actor.ts'
import * as organs from '../organs/store.ts'
import { anOrgan } from '../organs/testing/organ.ts'
import { compileAndCheck } from './actions.ts'
import { findDrift, noteDrift } from './drift.ts'
import { reportContents } from './store/check-contents.ts'
import { findFile, findPublished } from './store/published.ts'

const { db, owner } = await testDatabase()
const organ = await inActs(db, (tx) => organs.add(tx, anOrgan()))
const how: AsSigned = { publishedOn: plainDate('2025-01-20'), calendarVersion: 'test', reason: null }
const publish = (year: number, changes: Partial<AsSigned> = {}) =>
  publishAsSigned(db, { ...operatorActor(organ.id, how.publishedOn), name: '李文' }, organ, year, {
    ...how,
    ...changes,
  })
const within = <T>(work: Parameters<typeof inOrgan<T>>[2]) => inOrgan(db, organ.id, work)
const entries = async (action: string) =>
  (await owner.selectFrom('auditEntries').select('detail').where('action', '=', action).orderBy('seq').execute()).map(
    ({ detail }) => detail,
  )

test('art. 49: the report on a year is published after that year, never before', async () => {
  await expect(publish(2025)).rejects.toThrow('年度尚未结束')
})

test('a year that still runs is compiled, and the report says that it does', async () => {
  const { findings } = await within((tx) => compileAndCheck(tx, organ, 2024, plainDate('2024-12-31')))
  expect(findings[0]).toMatchObject({ code: 'YEAR_NOT_OVER', severity: 'error' })
  expect(findings[0]?.message).toContain('年度尚未结束')
  const later = await within((tx) => compileAndCheck(tx, organ, 2024, plainDate('2025-01-01')))
  expect(later.findings.map(({ code }) => code)).not.toContain('YEAR_NOT_OVER')
})

test('an empty bureau publishes no report of noughts: every ledger that nobody kept or confirmed is named', async () => {
  const { findings, report } = await within((tx) => compileAndCheck(tx, organ, 2024, how.publishedOn))
  const unknown = findings.filter(({ code }) => code === 'LEDGER_NOT_KEPT')
  expect(unknown.map(({ row }) => row)).toEqual(ledgersOf(false))
  expect(new Set(unknown.map(({ severity }) => severity))).toEqual(new Set(['error']))
  expect(JSON.stringify(report.sections)).not.toMatch(/未收到政府信息公开申请|没有通过网站|未收取|三级审核|长期可查/)
  await expect(publish(2024)).rejects.toThrow('“行政处罚”台账2024年没有登记，也没有人确认为零')
})

test('one ledger that is not known is enough to keep the report in the house', async () => {
  const actor = { ...operatorActor(organ.id, how.publishedOn), name: '李文' }
  await within(async (tx) => {
    for (const ledger of ledgersOf(false).slice(1))
      await confirmYear(tx, actor, { ledger, year: 2024, words: '已向各科室核实' })
  })
  await expect(publish(2024)).rejects.toThrow('有1处错误')
  await within((tx) => confirmAll(tx, organ, 2024, how.publishedOn))
})

test('a published report is frozen in every form; a correction is a new revision and needs a reason', async () => {
  expect(await publish(2024)).toBe(1)
  await expect(publish(2024)).rejects.toThrow('请写明更正了什么')
  expect(await publish(2024, { reason: '补登一件申请' })).toBe(2)
  await db.transaction().execute(async (tx) => {
    const published = await findPublished(tx, organ.id, 2024)
    expect(published?.revisions.map(({ revision, reason }) => [revision, reason])).toEqual([
      [2, '补登一件申请'],
      [1, null],
    ])
    expect(published?.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    for (const form of ['html', 'docx', 'pdf', 'xlsx', 'json', 'txt'] as const)
      expect((await findFile(tx, organ.id, 2024, form))?.bytes.length).toBeGreaterThan(500)
  })
})

/** By whoever owns the database, past every trigger; undone afterwards. Keeps what is refused, and what the deep check names. */
async function forged(statement: string): Promise<{ refused: string[]; named: string[] }> {
  const seen = { refused: [] as string[], named: [] as string[] }
  await owner
    .transaction()
    .execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql.raw(statement).execute(tx)
      for (const read of [findPublished(tx, organ.id, 2024), findFile(tx, organ.id, 2024, 'pdf')])
        await read.catch((error: Error) => seen.refused.push(error.message))
      await reportContents.run(tx, organ.id, ({ message }) => seen.named.push(message))
      throw new Error('undone')
    })
    .catch((error: Error) => expect(error.message).toBe('undone'))
  return seen
}

test('nothing forged is refused or named', async () =>
  expect(await forged('select 1')).toEqual({ refused: [], named: [] }))

test.for<[what: string, statement: string, refused: number]>([
  ['a figure', "update annual_reports set report = jsonb_set(report, '{requests,newReceived,total}', '7')", 2],
  ['its day', 'update annual_reports set published_on = published_on - 1', 2],
  ['a file', "update annual_report_files set bytes = bytes || '\\x00'", 1],
  [
    'a file with a hash that fits',
    "update annual_report_files set bytes = bytes || '\\x00', sha256 = encode(sha256(bytes || '\\x00'), 'hex')",
    2,
  ],
  ['a file that is gone', "delete from annual_report_files where form = 'html'", 2],
  [
    'the seal of another revision',
    'update annual_report_seals set seal = (select o.seal from annual_report_seals o where o.revision = 1)',
    2,
  ],
  ['no seal', 'delete from annual_report_seals', 2],
])(
  'a published report is not shown when somebody has forged %s, and the deep check names it',
  async ([, statement, refused]) => {
    const seen = await forged(statement)
    expect(seen.refused).toEqual(Array.from({ length: refused }, () => expect.stringContaining('已停止显示')))
    expect(seen.named.join()).toContain('2024年度报告')
  },
)
test('a published report that the registers no longer say is listed cell by cell, and noted once', async () => {
  expect(await within((tx) => findDrift(tx, organ.id))).toEqual([])
  const fee = { receiptNumber: '1', item: '考试考务费', collectedOn: plainDate('2024-06-12'), amount: '12000.00' }
  await within((tx) =>
    tx
      .insertInto('administrativeFees')
      .values({ organId: organ.id, ...fee })
      .execute(),
  )
  const drift = await within((tx) => findDrift(tx, organ.id))
  expect(drift).toMatchObject([
    {
      year: 2024,
      revision: 2,
      isForged: false,
      cells: [{ row: 'administrativeFees', column: 'amountWan', published: '0', now: '1.2' }],
    },
  ])
  expect(drift[0]?.cells[0]?.name).toContain('行政事业性收费')
  const actor = operatorActor(organ.id, how.publishedOn)
  expect(await within((tx) => noteDrift(tx, actor))).toHaveLength(1)
  expect(await within((tx) => noteDrift(tx, actor))).toHaveLength(0)
  expect(await entries('report.drifted')).toHaveLength(1)
})

test('a forged report is told as forged, keeps the next year in the house, and is replaced by a correction', async () => {
  await owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update annual_reports set report = jsonb_set(report, '{requests,newReceived,total}', '7')`.execute(tx)
  })
  expect(await within((tx) => findDrift(tx, organ.id))).toEqual([
    { year: 2024, revision: 2, isForged: true, cells: [] },
  ])
  await expect(publish(2025, { publishedOn: plainDate('2026-01-20') })).rejects.toThrow('2024年度报告与公布时不一致')
  // The receipt that came afterwards has overtaken what was confirmed.
  await expect(publish(2024, { reason: '数据被改动，重新公布' })).rejects.toThrow('确认时有0条，现在有1条')
  await within((tx) => confirmAll(tx, organ, 2024, how.publishedOn))
  expect(await publish(2024, { reason: '数据被改动，重新公布' })).toBe(3)
  expect(await within((tx) => findDrift(tx, organ.id))).toEqual([])
  expect((await within((tx) => findPublished(tx, organ.id, 2024)))?.revisions).toHaveLength(3)
})
