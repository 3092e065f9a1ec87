import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../calendar/calendar.ts'
import { plainDate } from '../days/plain-date.ts'
import { nextDue } from './due.ts'
import { foldHistory } from './history.ts'
import { reminderFor } from './reminder.ts'
import { type Told, told } from './testing/a-history.ts'

const dueOf = (today: string, ...lines: Told[]) =>
  nextDue(nationalCalendar, foldHistory(told(...lines)), plainDate(today))
const day = plainDate
const received: Told = ['2025-09-01', 'received', {}]

describe('art. 31: the arrival is confirmed on its day', () => {
  test('on a working day at once', () => {
    expect(dueOf('2025-09-01', ['2025-09-01', 'arrived', {}])).toEqual({
      kind: 'confirmReceipt',
      on: '2025-09-01',
      why: '请在到达当日与申请人确认收到：平常信函应当当日确认，互联网、传真以双方确认之日为收到之日（条例第三十一条）',
      leftDays: 0,
      isOver: false,
      isToday: true,
    })
  })
  test('what arrives while the office is closed, on the day on which it opens', () => {
    expect(dueOf('2025-10-02', ['2025-10-02', 'arrived', {}])).toMatchObject({ on: '2025-10-09', leftDays: 1 })
  })
  test('a made-up Saturday is a working day', () => {
    expect(dueOf('2025-10-11', ['2025-10-11', 'arrived', {}])).toMatchObject({ on: '2025-10-11', leftDays: 0 })
  })
  test('days after it are negative', () => {
    expect(dueOf('2025-09-04', ['2025-09-01', 'arrived', {}])?.leftDays).toBe(-3)
  })
  test('on the weekend after its last day it is over, though no working day has passed since', () => {
    // 5 September is a Friday.
    const arrived: Told = ['2025-09-05', 'arrived', {}]
    expect(dueOf('2025-09-05', arrived)).toMatchObject({ leftDays: 0, isOver: false, isToday: true })
    for (const weekend of ['2025-09-06', '2025-09-07'])
      expect(dueOf(weekend, arrived)).toMatchObject({ isOver: true, isToday: false })
    const over = dueOf('2025-09-06', arrived)
    expect(over && reminderFor(over)).toMatchObject({ kind: 'overdue' })
  })
  test('a day that ends on a weekend is not today on the Friday before', () => {
    const until: Told = ['2025-09-03', 'reasonsRequested', { facts: '', dueOn: plainDate('2025-09-13'), letter: null }]
    expect(dueOf('2025-09-12', received, until)).toMatchObject({
      on: '2025-09-13',
      leftDays: 0,
      isToday: false,
      isOver: false,
    })
  })
  test('what has not even arrived is not due', () => {
    expect(dueOf('2025-09-01', ['2025-09-01', 'noted', { text: '' }])).toBeNull()
  })
})

describe('art. 33: the answer', () => {
  test('of what came before the Regulation of 2019 is not reckoned', () => {
    expect(dueOf('2019-06-03', ['2019-05-14', 'received', {}])).toBeNull()
    expect(dueOf('2019-06-03', ['2019-05-15', 'received', {}])).toMatchObject({ kind: 'answer' })
  })
  test('says how many days, from when and what was left out', () => {
    expect(dueOf('2025-09-05', received)).toEqual({
      kind: 'answer',
      on: '2025-09-28',
      why: '20个工作日内答复（条例第三十三条），收到申请之日，次日起算',
      leftDays: 16,
      isOver: false,
      isToday: false,
    })
    const consulted = dueOf('2025-09-20', received, ['2025-09-05', 'consultationSent', { consultation: 1 }])
    expect(consulted?.why).toBe('20个工作日内答复（条例第三十三条），收到申请之日，次日起算，征求意见的时间不计入')
  })
  test('an extension lengthens it', () => {
    expect(dueOf('2025-09-05', received, ['2025-09-05', 'extended', { days: 5 }])?.why).toMatch(/^25个工作日内/)
  })
  test('a concluded request has nothing due', () => {
    expect(dueOf('2025-09-05', received, ['2025-09-05', 'concluded', {}])).toBeNull()
  })
})

describe('art. 30: waiting for the supplement', () => {
  const until = (dueOn: string): Told => ['2025-09-03', 'supplementRequested', { dueOn: day(dueOn) }]
  test('the day given to the applicant is what is due', () => {
    expect(dueOf('2025-09-03', received, until('2025-09-10'))).toEqual({
      kind: 'supplementByApplicant',
      on: '2025-09-10',
      why: '等待申请人在补正期限内补正（条例第三十条）',
      leftDays: 5,
      isOver: false,
      isToday: false,
    })
    expect(dueOf('2025-09-12', received, until('2025-09-10'))?.leftDays).toBe(-2)
  })
  test('where a ledger tells of no day, the answer is', () => {
    expect(dueOf('2025-09-03', received, ['2025-09-03', 'supplementRequested', {}])?.kind).toBe('answer')
  })
  test('once it has come, the answer is due again, from that day', () => {
    const came: Told = ['2025-09-08', 'supplementReceived', { text: '' }]
    expect(dueOf('2025-09-08', received, until('2025-09-10'), came)).toMatchObject({
      kind: 'answer',
      on: '2025-10-11',
      why: expect.stringContaining('收到补正之日，期限重新起算'),
    })
  })
})

describe('art. 35: reasons and delay', () => {
  const asked = (dueOn: string): Told => [
    '2025-09-03',
    'reasonsRequested',
    { facts: '', dueOn: day(dueOn), letter: null },
  ]
  test('the reasons are due first, while the clock of the answer runs on', () => {
    expect(dueOf('2025-09-03', received, asked('2025-09-10'))).toEqual({
      kind: 'explainReasons',
      on: '2025-09-10',
      why: '等待申请人说明理由（条例第三十五条），答复期限继续计算',
      leftDays: 5,
      isOver: false,
      isToday: false,
    })
  })
  test('the answer is due first where it is due no later than the reasons', () => {
    expect(dueOf('2025-09-03', received, asked('2025-09-28'))?.kind).toBe('answer')
    expect(dueOf('2025-09-03', received, asked('2025-09-29'))?.kind).toBe('answer')
  })
  test('a delay that was fixed takes the place of the twenty days', () => {
    const explained: Told = ['2025-09-08', 'reasonsReceived', { text: '' }]
    const delayed: Told = ['2025-09-09', 'delayed', { until: day('2025-12-31'), reason: '', letter: null }]
    expect(dueOf('2025-12-30', received, asked('2025-09-10'), explained, delayed)).toEqual({
      kind: 'delayedAnswer',
      on: '2025-12-31',
      why: '确定的延迟答复期限（条例第三十五条）',
      leftDays: 1,
      isOver: false,
      isToday: false,
    })
  })
  test('reasons that came are waited for no more', () => {
    const explained: Told = ['2025-09-08', 'reasonsReceived', { text: '' }]
    expect(dueOf('2025-09-08', received, asked('2025-09-10'), explained)?.kind).toBe('answer')
  })
})
