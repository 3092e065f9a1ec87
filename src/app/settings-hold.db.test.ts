import { afterAll, expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { testDatabase } from '../db/testing/database.ts'
import { publishAsSigned } from '../demo/publish-as-signed.ts'
import { confirmAll } from '../ledgers/years/testing/confirm-all.ts'
import { changeSetting, listSettings } from '../organs/settings/actions.ts'
import { chosen } from '../organs/settings/chosen.ts'
import { leadership } from '../organs/settings/remedy-settings.ts'
import { compileReport } from '../report/compile.ts'
import { findDrift } from '../report/drift.ts'
import { explainCell } from '../report/explain.ts'
import { findShortcomings } from '../report/shortcomings.ts'
import { takeStep } from '../requests/actions/take-step.ts'
import { buildApp } from './build-app.ts'
import { anOfficeThatChooses, refusing, today } from './testing/an-office-that-chooses.ts'

const { db, url } = await testDatabase()
const app = await buildApp({ db, url }, { KAICHENG_TODAY: today })
afterAll(() => app.close())
const office = await anOfficeThatChooses(db, app)
const { organ, work, choose, register, show, take, send, officer } = office
const asked = { facts: '一个月内申请200件', dueOn: '2026-05-20' }
const columnOf = async (id: string) => [...new Set((await show(id)).cells.map(({ column }) => column))].join()

test('an answer that is up for approval keeps the levels with which it was put up', async () => {
  const { id } = await register(today)
  await take(id, 'draftAnswer', refusing)
  await choose('approvalLevels', ['leader'])
  expect((await show(id)).approvals.map(({ role }) => role)).toEqual(['unitHead', 'ogiHead'])
  await choose('approvalLevels', ['unitHead', 'ogiHead'])
})

test('the clock of a request whose applicant was asked for reasons before the choice does not move', async () => {
  const before = await register('2026-05-06')
  await send(before.id, 'requestReasons', asked, '2026-05-07')
  const { clock } = await show(before.id)
  await choose('clockWhileExplainingReasons', 'stops')
  expect((await show(before.id)).clock).toEqual(clock)
  const after = await register('2026-05-06')
  await send(after.id, 'requestReasons', asked, '2026-05-07')
  const stopped = await show(after.id, '2026-05-15')
  expect(stopped.due?.why).toBe('等待申请人说明理由（条例第三十五条），答复期限停止计算')
  expect(stopped.clock).toMatchObject({ isPaused: true, usedDays: 1 })
  await choose('clockWhileExplainingReasons', 'runs')
  expect((await show(after.id, '2026-05-15')).clock).toEqual(stopped.clock)
})

test('a notice that was put up before the choice takes the one that holds when it leaves', async () => {
  const { id } = await register('2026-05-06')
  await take(id, 'requestReasons', asked, '2026-05-07')
  await choose('clockWhileExplainingReasons', 'stops')
  const [letter] = (await show(id, '2026-05-07')).waitingLetters
  const head = await officer('2026-05-07', ['unitHead'])
  await work((tx) => takeStep(tx, head, id, 'approveLetter', { draft: letter?.draft, hash: letter?.hash }))
  expect((await show(id, '2026-05-15')).clock?.isPaused).toBe(true)
  await choose('clockWhileExplainingReasons', 'runs')
})

test('信息处理费办法: after payment the period goes on as the notice said, whatever is chosen since', async () => {
  const { id } = await register('2026-05-06')
  await send(id, 'notifyFee', { basis: 'perPage', pages: 40, way: '柜台' }, '2026-05-07')
  await choose('clockAfterPayment', 'resumes')
  await take(id, 'recordPayment', { on: '2026-05-20', amount: '100', receiptNumber: '黑9' }, '2026-05-20')
  expect((await show(id)).clock).toMatchObject({ startedOn: '2026-05-20', excluded: [] })
  await choose('clockAfterPayment', 'dayAfterPayment')
})

test('art. 50: no answer is told as late in the report while its clock had stopped', async () => {
  const period = { from: plainDate('2026-01-01'), to: plainDate('2026-05-15') }
  const late = async () => (await work((tx) => findShortcomings(tx, organ.id, period))).lateAnswers
  const lateWith = async (value: 'runs' | 'stops') => {
    await choose('clockWhileExplainingReasons', value)
    const before = await late()
    const { id } = await register('2026-04-01')
    const asking = { facts: '一个月内申请200件', dueOn: '2026-04-15' }
    await send(id, 'requestReasons', asking, '2026-04-02')
    const letter = (await show(id, '2026-04-02')).letters[0]?.seq
    const longer = { letter, dueOn: '2026-04-22' }
    await send(id, 'correctLetter', { ...longer, reason: '期限写错', service: '邮寄' }, '2026-04-03')
    return (await late()) - before
  }
  expect([await lateWith('stops'), await lateWith('runs')]).toEqual([0, 1])
})

test('an individual business that was registered keeps its column, the pieces of its request too; a corrected code counts as now chosen', async () => {
  const { id } = await office.aBusiness()
  await choose('individualBusinessColumn', 'naturalPerson')
  expect(await columnOf(id)).toBe('enterprise')
  const { registered } = await take(id, 'split', { pieces: ['批复文件', '会议纪要'] })
  expect(await columnOf(registered[0]?.request.id ?? '')).toBe('enterprise')
  const other = await office.aBusiness()
  expect(await columnOf(other.id)).toBe('naturalPerson')
  // Letters and what is masked go by who it is.
  expect((await show(other.id)).applicant).toMatchObject({ kind: 'enterprise', name: '示例小吃店' })
  await take(other.id, 'correctRegistration', { to: { creditCode: '91350100M000100Y43' }, reason: '代码登记有误' })
  expect(await columnOf(other.id)).toBe('enterprise')
  await choose('individualBusinessColumn', 'enterprise')
})

test('a year whose report is public is counted as it was counted then, each way', async () => {
  await office.load({
    remedies: [
      { number: '示政复〔2023〕1号', kind: 'review', filedOn: '2023-12-02', isCoDefendant: 'no' },
      { number: '示政复〔2025〕1号', kind: 'review', filedOn: '2025-12-02', isCoDefendant: 'no' },
    ],
  })
  const publish = async (year: number) => {
    await work((tx) => confirmAll(tx, organ, year, plainDate(today)))
    const how = { publishedOn: plainDate(today), calendarVersion: 'test', reason: null }
    await publishAsSigned(db, await officer(today, ['leader']), organ, year, how)
  }
  const pending = async (year: number) => {
    const report = await work((tx) => compileReport(tx, organ, year))
    const cell = { table: 'remedies', row: 'review', column: 'pending' } as const
    const behind = await work((tx) => explainCell(tx, organ, year, cell))
    expect(behind.count).toBe(report.remedies.review?.pending)
    return behind.count
  }
  await publish(2024)
  await choose('pendingRemedyShownAgain', false)
  expect([await pending(2024), await pending(2025)]).toEqual([1, 1])
  await publish(2025)
  expect(await work((tx) => findDrift(tx, organ.id))).toEqual([])
  await choose('pendingRemedyShownAgain', true)
  expect([await pending(2024), await pending(2025)]).toEqual([1, 1])
  expect(await work((tx) => findDrift(tx, organ.id))).toEqual([])
  expect((await work((tx) => compileReport(tx, organ, 2025))).remediesPendingBefore).toBe('leftOut')
})

test('what is kept and cannot be read is no choice: the preset holds, and is what the page shows', async () => {
  const keep = (id: string, value: string) =>
    work((tx) => tx.insertInto('organSettings').values({ organId: organ.id, id, value }).execute())
  await keep('leadership', '"the moon"')
  expect(await work((tx) => chosen(tx, organ.id, leadership))).toBe('local')
  const shown = () => work((tx) => listSettings(tx, { organId: organ.id, today: plainDate(today) }))
  expect((await shown()).find(({ id }) => id === 'leadership')).toMatchObject({ value: 'local', isChosen: false })
  await keep('resultYear', '"servedOn"')
  expect((await shown()).map(({ id }) => id)).not.toContain('resultYear')
})

test('a question about acts of the past is put to nobody once its time is over; what was chosen still holds for them', async () => {
  const admin = (day: string) => ({ ...office.people.clerk, roles: ['systemAdmin' as const], today: plainDate(day) })
  const ids = async (day: string) => (await work((tx) => listSettings(tx, admin(day)))).map(({ id }) => id)
  expect(await ids('2026-06-30')).toContain('partialDisclosureRoute')
  expect(await ids('2026-07-01')).not.toContain('partialDisclosureRoute')
  await expect(
    work((tx) => changeSetting(tx, admin('2026-07-01'), 'partialDisclosureRoute', 'optional')),
  ).rejects.toMatchObject({ code: 'unknown_setting' })
})
