import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../app/build-app.ts'
import { saveChannels, savePublications } from '../channels/store/ledger.ts'
import { plainDate } from '../days/plain-date.ts'
import { testDatabase } from '../db/testing/database.ts'
import { takeStep } from '../disclosure/actions/take-step.ts'
import { openEdition } from '../disclosure/prepare.ts'
import { aPlatform } from '../disclosure/testing/a-platform.ts'
import { aContent, aSignedRecord, freeOfSecrets } from '../disclosure/testing/a-record.ts'
import { registerIntake } from '../requests/actions/register-intake.ts'
import { takeStep as takeRequestStep } from '../requests/actions/take-step.ts'
import { anIntake } from '../requests/testing/an-intake.ts'
import { letOut } from '../requests/testing/let-out.ts'
import { compileReport, periodOf } from './compile.ts'
import { findShortcomings } from './shortcomings.ts'
import { narrativeFacts } from './store/narrative-facts.ts'

const { db, url } = await testDatabase()
const app = await buildApp({ db, url }, { KAICHENG_TODAY: '2026-11-24' })
afterAll(() => app.close())
let made = 0
const office = async () => {
  made += 1
  const facts = { slug: `organ-${made}`, name: `示例市第${made}局` }
  const here = await aPlatform(db, app, '2026-11-24', facts)
  const factsOf = (year: number) =>
    here.work(async (tx) => {
      const period = periodOf(year)
      return narrativeFacts(tx, here.organ.id, period, await findShortcomings(tx, here.organ.id, period))
    })
  return { ...here, facts: factsOf }
}
const wechat = { kind: 'wechat', name: '示例发布' } as const
const board = { kind: 'board', name: '公告栏' } as const
const publication = (title: string, channel: typeof wechat | typeof board, publishedOn: string, more = {}) => ({
  title,
  channel,
  publishedOn: plainDate(publishedOn),
  url: '',
  kind: 'other',
  originality: 'repost',
  formedOn: null,
  withdrawnOn: null,
  ...more,
})

describe('what came out is counted once', () => {
  test('the same on two channels is one, and twice on one channel is two', async () => {
    const { work, organ, facts } = await office()
    const rows = [
      publication('停水通知', wechat, '2025-03-03'),
      publication('停水通知', wechat, '2025-06-03'),
      publication('停水通知', board, '2025-03-03'),
      publication('办法解读', wechat, '2025-04-01', { kind: 'policyInterpretation', originality: 'original' }),
      publication('办法解读', board, '2025-04-02', { kind: 'policyInterpretation', originality: 'original' }),
      publication('去年的', board, '2024-04-02'),
    ]
    await work(async (tx) => {
      await saveChannels(tx, organ.id, [wechat, board])
      await savePublications(tx, organ.id, rows as Parameters<typeof savePublications>[2])
    })
    const found = await facts(2025)
    expect(found).toMatchObject({ items: 3, reposts: 2, uncompared: 1, interpretations: 1, responses: 0 })
    expect(found.channels.map(({ name, count }) => [name, count])).toEqual([
      ['示例发布', 3],
      ['公告栏', 2],
    ])
  })

  test('a record of the platform that stands elsewhere too is one, under whatever title', async () => {
    const { work, organ, publish, facts, people } = await office()
    const { recordId } = await publish({ title: '关于普查的公告' })
    await work(async (tx) => {
      await saveChannels(tx, organ.id, [wechat])
      const { id: channelId } = await tx
        .selectFrom('channels')
        .select('id')
        .where('kind', '=', 'wechat')
        .executeTakeFirstOrThrow()
      const row = { channelId, recordId, title: '普查来了', publishedOn: people.clerk.today, originality: 'original' }
      await tx
        .insertInto('publications')
        .values({ organId: organ.id, ...row })
        .execute()
    })
    expect(await facts(2026)).toMatchObject({ items: 1, standing: 1 })
  })
})

describe('what went through review', () => {
  test('is known from the signatures on the text that is public', async () => {
    const { publish, facts, organ, work } = await office()
    await publish({ title: '第一号公告' })
    await publish({ title: '第二号公告' })
    expect((await facts(2026)).reviewed).toEqual({ published: 2, urgent: 0, levels: 3, secrecy: 2 })
    expect((await facts(2025)).reviewed.published).toBe(0)
    const { sections } = await work((tx) => compileReport(tx, organ, 2026))
    expect(JSON.stringify(sections)).toContain('全年在平台公开信息2次（含更正、撤回），2次经三级审核后公开')
  })

  test('an emergency is none of the three levels', async () => {
    const { people, now, work, facts, organ } = await office()
    const content = aContent({ title: '防汛通告' })
    const { key, hash } = await aSignedRecord(db, people, content, 1, now)
    const found = await work((tx) => openEdition(tx, key))
    const input = { hash, reason: '汛情紧急', secrecy: freeOfSecrets(found.content), confirmations: [] }
    await work((tx) => takeStep(tx, people.leader, now, key, 'publishUrgently', input))
    expect((await facts(2026)).reviewed).toMatchObject({ published: 1, urgent: 1, levels: 0, secrecy: 1 })
    const text = JSON.stringify((await work((tx) => compileReport(tx, organ, 2026))).sections)
    expect(text).toContain('有1条信息因情况紧急先行发布、事后补办审核')
    expect(text).not.toContain('三级审核')
  })
})

test('what is wanting: items of art. 20 that are not there, and requests that nobody answered in time', async () => {
  const { work, people, publish, facts } = await office()
  expect((await facts(2026)).shortcomings).toMatchObject({ holes: null, lateAnswers: 0, staleColumns: 0 })
  await publish({ title: '统计公报', art20Item: 4 })
  await work((tx) => registerIntake(tx, people.clerk, anIntake('2026-11-23')))
  const found = await facts(2026)
  expect(found.shortcomings.holes).toBeGreaterThan(10)
  expect(found.shortcomings.lateAnswers).toBe(1)
})

test('licences and penalties are late after seven working days, and what must not be public is not', async () => {
  const { work, organ, facts } = await office()
  const decision = (number: string, more: object) => ({
    organId: organ.id,
    kind: 'penalty',
    number,
    decidedOn: plainDate('2025-03-03'),
    ...more,
  })
  const rows = [
    decision('1', { publicity: 'due', publishedOn: plainDate('2025-03-12') }),
    decision('2', { publicity: 'due', publishedOn: plainDate('2025-03-13') }),
    decision('3', { publicity: 'due' }),
    decision('4', {}),
    decision('5', { kind: 'compulsion', publicity: 'due' }),
    decision('6', { publicity: 'due', decidedOn: plainDate('2025-12-30') }),
  ]
  await work((tx) => tx.insertInto('administrativeDecisions').values(rows).execute())
  expect((await facts(2025)).shortcomings.lateDecisions).toBe(2)
})

test('信息处理费办法: what was collected is what was paid in the year, less what was given back of it, whenever', async () => {
  const { work, officer, facts, organ } = await office()
  const charge = async (on: string, receiptNumber: string) => {
    const clerk = await officer(on, ['clerk'])
    const [one] = await work((tx) => registerIntake(tx, clerk, anIntake(on)))
    const id = one?.request.id ?? ''
    await work((tx) => takeRequestStep(tx, clerk, id, 'notifyFee', { basis: 'perPage', pages: 40, way: '柜台' }))
    await letOut(db, { organId: organ.id, id }, (role) => officer(on, [role]))
    await work((tx) => takeRequestStep(tx, clerk, id, 'recordPayment', { on, amount: '100', receiptNumber }))
    return id
  }
  const first = await charge('2025-12-30', '甲')
  await charge('2026-01-05', '乙')
  const later = await officer('2026-01-06', ['clerk'])
  const back = { on: '2026-01-06', amount: '30.5', voucherNumber: '退', reason: '多收' }
  await work((tx) => takeRequestStep(tx, later, first, 'refundFee', back))
  expect((await facts(2025)).fees).toEqual({ notices: 1, notified: '100.00', collected: '69.50' })
  expect((await facts(2026)).fees).toEqual({ notices: 1, notified: '100.00', collected: '100.00' })
})
