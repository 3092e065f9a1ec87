import { describe, expect, test } from 'vitest'
import '../../app/joins.ts'
import { sql } from 'kysely'
import { calendarOf, nationalCalendar } from '../../calendar/calendar.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { holidayNotices } from '../../law/holiday-notices.ts'
import type { Role } from '../../organs/role.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { compileReport } from '../../report/compile.ts'
import { requestsFollow } from '../../requests/actions/follow-calendar.ts'
import { registerIntake } from '../../requests/actions/register-intake.ts'
import { takeStep as takeRequestStep } from '../../requests/actions/take-step.ts'
import { showCase as showRequest } from '../../requests/show.ts'
import type { StepName as RequestStep } from '../../requests/step-inputs.ts'
import { listLetters } from '../../requests/store/letters.ts'
import * as requests from '../../requests/store/requests.ts'
import { anIntake } from '../../requests/testing/an-intake.ts'
import { answered } from '../../requests/testing/answered.ts'
import { listOwnTurns } from '../../review/turns/actions.ts'
import { openCase, takeStep } from './actions.ts'
import { remediesFollow } from './follow-calendar.ts'
import { showCase } from './show.ts'
import { OpenCase, type StepName } from './step-inputs.ts'
import { anOpening, aSuit } from './testing/a-case.ts'

const { db } = await testDatabase()
const { organ, officer } = await anOffice(db)
const work = <T>(run: Parameters<typeof inOrgan<T>>[2]) => inOrgan(db, organ.id, run)
const on = (day: string) => (role: Role) => officer(day, [role])

const way = { complete: 'yes', information: 'yes', responsible: 'us', held: 'held' }
const denied = {
  outcome: 'denied.stateSecret',
  answers: { ...way, disclose: 'none', exemption: 'stateSecret' },
  reason: '该文件为国家秘密',
  record: '定密依据为该文件的密级标志',
}
const granted = {
  outcome: 'granted',
  answers: { ...way, disclose: 'all', how: 'provide' },
  statement: '现提供该批复文件的复印件一份',
}

let numbers = 0
const aNumber = (head = '示政复〔2026〕'): string => {
  numbers += 1
  return `${head}${numbers}号`
}
const register = async (day = '2026-01-05') => {
  const clerk = await officer(day, ['clerk'])
  const [one] = await work((tx) => registerIntake(tx, clerk, anIntake(day)))
  return one?.request.id ?? ''
}
const answer = (id: string, day: string, input: object, lateReason = '') =>
  answered(db, { organId: organ.id, id }, on(day), input, lateReason)
const seen = async (id: string, day = '2026-06-01') => {
  const clerk = await officer(day, ['clerk'])
  return work((tx) => showRequest(tx, clerk, id))
}
const open = async (requestId: string, facts: object = {}, day = '2026-03-03') => {
  const clerk = await officer(day, ['clerk'])
  const opening = { ...anOpening({ number: aNumber() }), act: 'answer', requestId, ...facts }
  return (await work((tx) => openCase(tx, clerk, OpenCase.parse(opening)))).id
}
const show = async (id: string, day = '2026-06-01') => {
  const clerk = await officer(day, ['clerk'])
  return work((tx) => showCase(tx, clerk, id))
}
const take = async (id: string, name: StepName, input: object, day = '2026-06-01') => {
  const clerk = await officer(day, ['clerk'])
  const { seq } = await show(id, day)
  await work((tx) => takeStep(tx, clerk, id, name, input, seq))
  return show(id, day)
}
const step = async (id: string, name: RequestStep, input: object, day: string, role: Role = 'clerk') => {
  const actor = await officer(day, [role])
  return work((tx) => takeRequestStep(tx, actor, id, name, input))
}
const decision = { on: '2026-04-20', servedOn: '2026-04-22', raw: '撤销答复，责令重新答复', performBy: null }
const order = {
  ground: 'ordered',
  on: '2026-04-22',
  documentNumber: '示政复决〔2026〕7号',
  limit: 'workingDays',
  count: 10,
}

/** Counted anew from the bare rows, with nothing of the report's code. */
async function sectionThree(year: number): Promise<string[]> {
  const { rows } = await work((tx) =>
    sql<{ said: string }>`
      select concat_ws(' ', number, received_on, outcome, concluded_on) as said from requests
      where organ_id = ${organ.id} and extract(year from received_on) <= ${year}
        and (concluded_on is null or extract(year from concluded_on) >= ${year}) order by number`.execute(tx),
  )
  return rows.map(({ said }) => said)
}
const reportOf = async (year: number) => work((tx) => compileReport(tx, organ, year))

describe('an answer that was overturned is given again on its request', async () => {
  const id = await register('2025-12-15')
  await answer(id, '2025-12-30', denied)
  const first = await seen(id)
  const before = await sectionThree(2025)
  const report = await reportOf(2025)
  const letter = first.letters.find(({ kind }) => kind === 'answer')?.number ?? ''
  const caseId = await open(id, { letterNumber: letter })

  test('复议法 64: nothing is ordered by a case that runs or that upholds; what was not attacked is not answered again', async () => {
    await expect(take(caseId, 'answerAgain', order)).rejects.toMatchObject({ code: 'nothing_ordered' })
    const upheld = await open(id)
    await take(upheld, 'decide', { ...decision, result: 'review.upheld' })
    await expect(take(upheld, 'answerAgain', order)).rejects.toMatchObject({ code: 'nothing_ordered' })
    const other = await open(id, { act: 'fee' })
    await take(other, 'decide', { ...decision, result: 'review.revoked' })
    await expect(take(other, 'answerAgain', order)).rejects.toMatchObject({ code: 'no_answer_attacked' })
  })

  test('the decision asks for it next; the round has the time that the order gives, and is the turn of whoever handles the request', async () => {
    const decided = await take(caseId, 'decide', { ...decision, result: 'review.revoked' })
    expect(decided.steps.find(({ isNext }) => isNext)?.name).toBe('answerAgain')
    await expect(take(caseId, 'answerAgain', { ...order, documentNumber: '' })).rejects.toThrow('请填写决定书')
    const { limits } = await take(caseId, 'answerAgain', order, '2026-04-23')
    expect(limits).toContainEqual(expect.objectContaining({ id: 'reanswer', dueOn: '2026-05-09', doneOn: null }))
    const { status, due, outcomeLabel, concludedOn } = await seen(id, '2026-04-23')
    expect({ status, due }).toMatchObject({ status: 'reanswering', due: { kind: 'reanswer', on: '2026-05-09' } })
    expect([outcomeLabel, concludedOn]).toEqual([first.outcomeLabel, first.concludedOn])
    const clerk = await officer('2026-04-23', ['clerk'])
    const { items } = await work((tx) => listOwnTurns(tx, clerk))
    const number = first.number
    expect(items.filter(({ title }) => title === number)).toMatchObject([
      { what: '重新答复：拟答复', dueOn: '2026-05-09' },
    ])
    expect(items.filter(({ what }) => what.includes('履行'))).toEqual([])
    await expect(take(caseId, 'perform', { on: '2026-04-23', text: '已答复' })).rejects.toMatchObject({
      code: 'performed_by_answering',
    })
  })

  test('neither extension nor withdrawal, neither supplement nor fee, and no ending by silence', async () => {
    for (const [name, input, role] of [
      ['extendReply', { days: 10, reason: '复杂' }, 'ogiHead'],
      ['withdraw', { reason: '不要了', on: '2026-04-23', evidence: '电话' }, 'clerk'],
    ] as const)
      await expect(step(id, name, input, '2026-04-23', role)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('its letter names the order and the earlier answer, has a series of its own, and performs the case', async () => {
    const done = await answer(id, '2026-05-07', granted)
    expect(done.request).toMatchObject({
      status: 'concluded',
      outcome: 'denied.stateSecret',
      concludedOn: '2025-12-30',
    })
    const letters = await work((tx) => listLetters(tx, done.request))
    const again = letters.at(-1)
    expect(again?.number).toMatch(/公复重〔2026〕1号$/)
    expect(again?.letter.title).toBe('政府信息公开申请重新答复书')
    expect(again?.letter.paragraphs[1]).toContain(letter)
    expect(again?.letter.paragraphs[1]).toContain('示政复决〔2026〕7号')
    const { rounds, status } = await seen(id)
    expect(status).toBe('concluded')
    expect(rounds).toMatchObject([{ round: 1, answer: { on: '2026-05-07', letterNumber: again?.number } }])
    const { limits, events } = await show(caseId)
    expect(limits.find((limit) => limit.id === 'reanswer')).toMatchObject({ doneOn: '2026-05-07' })
    expect(events.at(-1)).toMatchObject({ what: '履行', mayBeTakenBack: false })
    const opened = events.find(({ what }) => what === '转入重新答复')?.seq
    await expect(take(caseId, 'takeBack', { of: opened, reason: '记错' })).rejects.toMatchObject({
      code: 'answered_again_already',
    })
  })

  test('section three of both years counts what it counted, by the report and by the bare rows; section four counts a correction', async () => {
    expect(await sectionThree(2025)).toEqual(before)
    expect((await reportOf(2025)).requests).toEqual(report.requests)
    const { requests: now, remedies } = await reportOf(2026)
    expect(Number(now.newReceived?.total ?? 0)).toBe(0)
    expect(Number(now.resultsTotal?.total ?? 0)).toBe(0)
    expect(Number(remedies.review?.corrected)).toBeGreaterThan(0)
  })

  test('行诉法 26: the new answer is challenged by its own number and by what it says, and may be overturned again', async () => {
    const { letters } = await seen(id)
    const number = letters.at(-1)?.number ?? ''
    const suit = await open(
      id,
      { ...aSuit({ number: aNumber('（2026）示01行初') }), act: 'answer', requestId: id, letterNumber: number },
      '2026-05-20',
    )
    expect(await show(suit)).toMatchObject({ round: 1, route: { route: 'optional' } })
    expect(await show(caseId)).toMatchObject({ round: null, route: { route: 'mandatoryReconsideration' } })
    const ruled = { on: '2026-05-25', servedOn: '2026-05-26', raw: '撤销，责令重新答复', performBy: null }
    await take(suit, 'decide', { ...ruled, result: 'suit.revoked' })
    await take(suit, 'answerAgain', { ...order, on: '2026-05-26', limit: 'day', until: '2026-06-26', count: null })
    expect((await seen(id)).due).toMatchObject({ on: '2026-06-26' })
    await answer(id, '2026-06-29', denied, '等待涉密审查结论')
    const { rounds } = await seen(id, '2026-07-01')
    expect(rounds).toMatchObject([
      { round: 1 },
      { round: 2, of: { letterNumber: number }, answer: { lateReason: '等待涉密审查结论' } },
    ])
    expect(await sectionThree(2025)).toEqual(before)
    expect((await show(suit)).limits.find((limit) => limit.id === 'reanswer')).toMatchObject({ doneOn: '2026-06-29' })
  })
})

describe('other ways to a new answer', () => {
  test('an organ that corrects itself while the case runs says so in its letter; the case goes on', async () => {
    const id = await register()
    await answer(id, '2026-01-20', denied)
    const caseId = await open(id)
    const own = { ground: 'ownCorrection', on: '2026-03-10', limit: 'none' }
    const opened = await take(caseId, 'answerAgain', own, '2026-03-10')
    expect(opened).toMatchObject({ status: 'open' })
    expect((await seen(id, '2026-03-10')).due?.on).toBe('2026-04-08')
    await answer(id, '2026-03-12', granted)
    const { request } = await work((tx) => requests.get(tx, organ.id, id))
    const letters = await work((tx) => listLetters(tx, request))
    expect(letters.at(-1)?.letter.paragraphs[1]).toContain('自行纠正')
    const ended = await take(caseId, 'decide', { ...decision, result: 'review.terminated' })
    expect(ended.limits.find(({ id: limit }) => limit === 'reanswer')).toMatchObject({ doneOn: '2026-03-12' })
    await expect(take(caseId, 'answerAgain', { ...own, on: '2026-04-23' })).rejects.toMatchObject({
      code: 'nothing_ordered',
    })
  })

  test('what was never answered is answered for the first time, and counts; the order is performed by it', async () => {
    const id = await register()
    const caseId = await open(id, { act: 'silence' })
    await take(caseId, 'decide', { ...decision, result: 'review.ordered', performBy: '2026-05-20' })
    await expect(take(caseId, 'answerAgain', order)).rejects.toMatchObject({ code: 'not_answered_yet' })
    const done = await answer(id, '2026-05-11', granted, '逾期')
    expect(done.request).toMatchObject({ status: 'concluded', outcome: 'granted', concludedOn: '2026-05-11' })
    expect((await show(caseId)).limits.find((limit) => limit.id === 'perform')).toMatchObject({ doneOn: '2026-05-11' })
    expect((await seen(id)).rounds).toEqual([])
  })

  test('a round opened by mistake is taken back: the answer stands as if nothing had been, and another may be opened', async () => {
    const id = await register()
    await answer(id, '2026-01-20', denied)
    const first = await seen(id)
    const caseId = await open(id)
    const decided = await take(caseId, 'decide', { ...decision, result: 'review.revoked' })
    const opened = await take(caseId, 'answerAgain', order)
    await step(id, 'draftAnswer', granted, '2026-04-23')
    await expect(take(caseId, 'cancel', { reason: '重复登记' })).rejects.toMatchObject({ code: 'answered_again_now' })
    const of = (view: typeof opened) => view.events.at(-1)?.seq
    await expect(take(caseId, 'takeBack', { of: of(decided), reason: '记错' })).rejects.toMatchObject({
      code: 'takes_back_last_first',
    })
    await take(caseId, 'takeBack', { of: of(opened), reason: '登记到了别的申请' })
    const { status, rounds, draft, given, due } = await seen(id)
    expect({ status, rounds, draft, given, due }).toEqual({
      status: 'concluded',
      rounds: [],
      draft: first.draft,
      given: first.given,
      due: null,
    })
    await take(caseId, 'answerAgain', order)
    expect((await seen(id)).rounds).toMatchObject([{ round: 2 }])
  })

  test('the day of a round follows a new calendar like every other', async () => {
    const id = await register()
    await answer(id, '2026-01-20', denied)
    const caseId = await open(id)
    await take(caseId, 'decide', { ...decision, result: 'review.revoked' })
    await take(caseId, 'answerAgain', order)
    expect((await seen(id, '2026-04-23')).due?.on).toBe('2026-05-09')
    const closed = { name: '台风停工', from: '2026-05-06', to: '2026-05-06', makeUpDays: [], source: '市政府通告' }
    const next = calendarOf(holidayNotices, [closed])
    const change = { now: nationalCalendar, next, year: 2026, reason: '台风停工' }
    const clerk = await officer('2026-04-23', ['clerk'])
    const moved = await work(async (tx) => [
      ...(await requestsFollow.follow(tx, clerk, change)),
      ...(await remediesFollow.follow(tx, clerk, change)),
    ])
    const to = { from: '2026-05-09', to: '2026-05-11' }
    expect(moved.filter((each) => each.id === id || each.id === caseId)).toMatchObject([
      { of: 'request', id, ...to },
      { of: 'remedy', id: caseId, ...to },
    ])
    expect((await seen(id, '2026-04-23')).events.at(-1)).toMatchObject({ kind: 'dueMoved', data: to })
  })
})
