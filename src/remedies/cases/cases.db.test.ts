import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import '../../app/joins.ts'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { compileReport } from '../../report/compile.ts'
import { explainCell } from '../../report/explain.ts'
import { registerIntake } from '../../requests/actions/register-intake.ts'
import { anIntake } from '../../requests/testing/an-intake.ts'
import { listOwnTurns } from '../../review/turns/actions.ts'
import { keptRemedies, listRemedies, saveAll } from '../store.ts'
import { WantedRemedies } from '../wanted.ts'
import { openCase, takeStep } from './actions.ts'
import { remindOfRemedies } from './jobs.ts'
import { showCase } from './show.ts'
import { OpenCase, type StepName } from './step-inputs.ts'
import { listOfRequest } from './store/known.ts'
import { anOpening, aSuit } from './testing/a-case.ts'

const { db } = await testDatabase()
const { organ, officer } = await anOffice(db)
const clerkOn = (on: string) => officer(on, ['clerk'])
const work = <T>(run: Parameters<typeof inOrgan<T>>[2]) => inOrgan(db, organ.id, run)

let numbers = 0
const aNumber = (): string => {
  numbers += 1
  return `示政复〔2026〕${numbers}号`
}
const open = async (on: string, facts: Partial<ReturnType<typeof anOpening>> = {}) => {
  const actor = await clerkOn(on)
  const opening = { ...anOpening({ number: aNumber() }), ...facts }
  return (await work((tx) => openCase(tx, actor, OpenCase.parse(opening)))).id
}
const show = async (id: string, on = '2026-06-01') => {
  const actor = await clerkOn(on)
  return work((tx) => showCase(tx, actor, id))
}
const take = async (
  id: string,
  name: StepName,
  input: object,
  on = '2026-06-01',
  roles: ('clerk' | 'ogiHead')[] = ['clerk'],
) => {
  const actor = await officer(on, roles)
  const { seq } = await show(id, on)
  await work((tx) => takeStep(tx, actor, id, name, input, seq))
  return show(id, on)
}
const said = { on: '2026-04-20', servedOn: '2026-04-22', raw: '维持', performBy: null }

describe('one case is registered once', () => {
  test('复议法 48, 行诉法 67: no copy arrives before the case was accepted; told at its field', () => {
    const { success, error } = OpenCase.safeParse(
      anOpening({ filedOn: plainDate('2026-03-03'), noticeOn: plainDate('2026-03-02') }),
    )
    expect([success, error?.issues.map(({ path }) => path)]).toEqual([false, [['noticeOn']]])
  })
  test('nor under the same number written with other signs', async () => {
    const number = aNumber()
    await open('2026-03-03', { number })
    const wide = number
      .replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      .replace('号', ' 号')
    await expect(open('2026-03-03', { number: wide })).rejects.toMatchObject({ code: 'remedy_number_taken' })
  })
  test('a number that is known already is refused, with where it is worked on, whatever brackets it is typed with', async () => {
    const number = aNumber()
    await open('2026-03-03', { number })
    await expect(open('2026-03-03', { number })).rejects.toMatchObject({ code: 'remedy_number_taken' })
    await expect(open('2026-03-03', { number: number.replace('〔', '[').replace('〕', ']') })).rejects.toMatchObject({
      message: expect.stringContaining('在原案件上办理'),
    })
  })

  test('two people who register it at once make one case', async () => {
    const number = aNumber()
    const both = await Promise.allSettled([open('2026-03-03', { number }), open('2026-03-03', { number })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both).toContainEqual(
      expect.objectContaining({ reason: expect.objectContaining({ code: 'remedy_number_taken' }) }),
    )
  })

  test('an imported case is not registered again, and what is worked on here is not imported nor entered in the ledger', async () => {
    const number = aNumber()
    const row = { number, kind: 'review', requestNumber: null, filedOn: plainDate('2026-01-05') } as const
    const pending = { ...row, result: null, rawResult: null, concludedOn: null, isCoDefendant: false }
    await work((tx) => saveAll(tx, organ.id, [pending]))
    await expect(open('2026-03-03', { number })).rejects.toMatchObject({
      message: expect.stringContaining('由台账导入'),
    })
    const own = aNumber()
    await open('2026-03-03', { number: own })
    const again = work((tx) => saveAll(tx, organ.id, [{ ...pending, number: own }]))
    await expect(again).rejects.toMatchObject({ code: 'ledger_names_registered_remedy' })
    expect(await work((tx) => keptRemedies.isTaken(tx, organ.id, randomUUID(), { number: own }))).toBe(true)
  })

  test('a second instance has no number of another case, and a case that was cancelled gives its number free', async () => {
    const number = '（2026）示01行初11号'
    const id = await open('2026-03-03', aSuit({ number }))
    const other = await open('2026-03-03')
    const { opening } = await show(other)
    await take(id, 'decide', { ...said, result: 'suit.claimDismissed' })
    const second = { instance: 'second', on: '2026-05-06', body: '高院', noticeOn: '2026-05-08' }
    await expect(take(id, 'openInstance', { ...second, number: opening.number })).rejects.toMatchObject({
      code: 'remedy_number_taken',
    })
    await take(other, 'cancel', { reason: '登记到了别的机关的案件' })
    await open('2026-06-01', { number: opening.number })
  })
})

describe('a case on its way', () => {
  test('复议法 54: in summary procedure the reply waits for five working days; it is told to the clerk, near its day and when late', async () => {
    const id = await open('2026-03-03', { procedure: 'summary' })
    const number = (await show(id, '2026-03-03')).opening.number
    expect((await show(id, '2026-03-03')).limits).toMatchObject([{ id: 'reply', dueOn: '2026-03-09', left: 4 }])
    const clerk = await clerkOn('2026-03-03')
    const { items } = await work((tx) => listOwnTurns(tx, clerk))
    expect(items).toContainEqual(
      expect.objectContaining({
        title: number,
        what: '提交复议书面答复和证据',
        dueOn: '2026-03-09',
        path: `/ledgers/remedies/${id}`,
      }),
    )
    const reminded = async (day: string) => {
      await remindOfRemedies(db, organ.id, plainDate(day))
      return (await show(id, day)).events.filter(({ what }) => what === '提醒').map(({ words }) => words)
    }
    expect(await reminded('2026-03-03')).toEqual([])
    const near = '提交复议书面答复和证据：2026年3月9日到期，快到期'
    expect(await reminded('2026-03-05')).toEqual([near])
    expect(await reminded('2026-03-06')).toEqual([near])
    const late = near.replace('快到期', '已经逾期')
    expect(await reminded('2026-03-10')).toEqual([near, late])
    expect(await reminded('2026-03-11')).toEqual([near, late])
    const done = await take(id, 'reply', { on: '2026-03-11', text: '书面答复和证据共12页' }, '2026-03-11')
    expect(done.limits).toMatchObject([{ doneOn: '2026-03-11', left: -2 }])
    const waiting = await work((tx) => listOwnTurns(tx, clerk))
    expect(waiting.items.filter(({ title }) => title === number)).toEqual([])
  })

  test('a wrong entry is taken back and stays in sight; the day falls due again', async () => {
    const id = await open('2026-03-03')
    const { events } = await take(id, 'reply', { on: '2026-03-03' }, '2026-03-03')
    const seq = events.at(-1)?.seq
    const again = await take(id, 'takeBack', { of: seq, reason: '记到了别的案件' }, '2026-03-04')
    expect(again.limits).toMatchObject([{ id: 'reply', doneOn: null, isOver: false }])
    expect(again.events.find((event) => event.seq === seq)).toMatchObject({ isTakenBack: true })
    await expect(take(id, 'takeBack', { of: seq, reason: '再一次' }, '2026-03-04')).rejects.toMatchObject({
      code: 'not_taken_back',
    })
  })

  test('what rests on a judgment is taken back before it, and a case that is decided stays with its forum', async () => {
    const id = await open('2026-03-03', aSuit({ number: '（2026）示01行初12号' }))
    const first = await take(id, 'decide', { ...said, result: 'suit.claimDismissed' })
    const second = { instance: 'second', on: '2026-05-06', number: '（2026）示行终12号', body: '高院', noticeOn: null }
    const appealed = await take(id, 'openInstance', second)
    const of = first.events.at(-1)?.seq
    await expect(take(id, 'takeBack', { of, reason: '记错' })).rejects.toMatchObject({ code: 'takes_back_last_first' })
    const review = { ...anOpening({ number: '（2026）示01行初12号' }), reason: '类型写错' }
    await expect(take(id, 'correct', review)).rejects.toMatchObject({ code: 'decided_in_other_forum' })
    await take(id, 'takeBack', { of: appealed.events.at(-1)?.seq, reason: '对方撤回上诉' })
    expect((await take(id, 'takeBack', { of, reason: '记错' })).status).toBe('open')
  })

  test('two people do not act at once, and a result of the other forum is refused at its field', async () => {
    const id = await open('2026-03-03')
    const actor = await clerkOn('2026-03-04')
    await take(id, 'note', { text: '已联系复议机关' }, '2026-03-04')
    await expect(work((tx) => takeStep(tx, actor, id, 'note', { text: '再记' }, 1))).rejects.toMatchObject({
      code: 'changed_meanwhile',
    })
    await expect(take(id, 'decide', { ...said, result: 'suit.revoked' })).rejects.toMatchObject({ field: 'result' })
    await expect(
      take(id, 'openInstance', { instance: 'second', on: said.on, number: '1', body: '高院' }),
    ).rejects.toMatchObject({ code: 'remedy_closed' })
  })

  test('a clerk of another unit takes no step, the head of the work body every one; only the head counts a result otherwise', async () => {
    const id = await open('2026-03-03')
    const { id: other } = await work((tx) =>
      tx
        .insertInto('workUnits')
        .values({ organId: organ.id, name: '法规科' })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    const stranger = { ...(await officer('2026-03-04', ['clerk'], 'stranger')), unitId: other }
    const { seq } = await show(id)
    const note = (by: typeof stranger) => work((tx) => takeStep(tx, by, id, 'note', { text: '阅' }, seq))
    await expect(note(stranger)).rejects.toMatchObject({ code: 'not_your_remedy' })
    await take(id, 'decide', { ...said, result: 'review.claimDismissed' })
    const move = { class: 'otherResult', reason: '按省里口径' }
    await expect(take(id, 'classify', move)).rejects.toMatchObject({ kind: 'forbidden' })
    expect((await take(id, 'classify', move, '2026-06-01', ['ogiHead'])).counted).toEqual([
      { year: 2026, results: ['otherResult'] },
    ])
  })
})

describe('section four counts what was imported and what is worked on here', async () => {
  const year = async (of: number) => (await work((tx) => compileReport(tx, organ, of))).remedies
  const before = await year(2026)
  const cell = (figures: typeof before, row: string, column: string) => Number(figures[row]?.[column])
  const actor = await clerkOn('2026-03-02')
  const [registered] = await work((tx) => registerIntake(tx, actor, anIntake('2026-03-02')))
  const requestId = registered?.request.id ?? ''
  const requestNumber = registered?.request.number ?? ''
  const suit = aSuit({ kind: 'suitAfterReview', number: '（2026）示01行初21号', followsNumber: '示政复〔2025〕9号' })
  const id = await open('2026-03-03', { ...suit, act: 'silence', requestId })
  await open('2026-03-03', aSuit({ number: '（2026）示01行初22号', isCoDefendant: true }))

  test('pending at first, then by its result; a co-defendant counts nowhere; the cell opens onto the case', async () => {
    const pending = await year(2026)
    expect(cell(pending, 'suitAfterReview', 'pending')).toBe(cell(before, 'suitAfterReview', 'pending') + 1)
    const direct = { table: 'remedies', row: 'suitDirect', column: 'total' } as const
    const counted = (await work((tx) => explainCell(tx, organ, 2026, direct))).records
    expect(counted.map(({ number }) => number)).not.toContain('（2026）示01行初22号')
    await take(id, 'decide', { ...said, result: 'suit.ordered', performBy: '2026-06-30' }, '2026-04-23')
    expect(cell(await year(2026), 'suitAfterReview', 'corrected')).toBe(1)
    const cellRef = { table: 'remedies', row: 'suitAfterReview', column: 'corrected' } as const
    const { records } = await work((tx) => explainCell(tx, organ, 2026, cellRef))
    expect(records).toMatchObject([{ number: suit.number, caseId: id, on: suit.filedOn }])
  })

  test('the register lists both, the case with what is due; the request knows its cases', async () => {
    const part = { offset: 0, limit: 50 }
    const listed = (wanted: object) => work((tx) => listRemedies(tx, organ.id, WantedRemedies.parse(wanted), part))
    const { items, counts } = await listed({ view: 'due' })
    expect(items).toContainEqual(
      expect.objectContaining({ id, requestNumber, status: 'decided', dueOn: '2026-05-07', dueWhat: '决定是否上诉' }),
    )
    expect(counts.all).toBe(
      (await listed({ origin: 'registered' })).counts.all + (await listed({ origin: 'imported' })).counts.all,
    )
    expect(await work((tx) => listOfRequest(tx, organ.id, requestId))).toMatchObject([{ id, isImported: false }])
  })

  test('a day that has passed leaves the list with the next run', async () => {
    await remindOfRemedies(db, organ.id, plainDate('2026-06-01'))
    const listed = await work((tx) =>
      listRemedies(tx, organ.id, WantedRemedies.parse({ q: '行初21' }), { offset: 0, limit: 5 }),
    )
    expect(listed.items).toMatchObject([{ dueOn: '2026-06-30', dueWhat: '履行判决' }])
    expect(
      (await take(id, 'perform', { on: '2026-06-01', text: '已重新答复' })).limits.filter(
        ({ doneOn, isOver }) => !doneOn && !isOver,
      ),
    ).toEqual([])
  })

  test('no other organ sees the case', async () => {
    const elsewhere = await anOffice(db, { slug: 'linju', name: '邻居局' })
    const stranger = await elsewhere.officer('2026-06-01', ['clerk'])
    const look = inOrgan(db, elsewhere.organ.id, (tx) => showCase(tx, stranger, id))
    await expect(look).rejects.toMatchObject({ code: 'unknown_remedy' })
  })
})
