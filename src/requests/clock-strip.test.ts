import { describe, expect, test } from 'vitest'
import { calendarOf, nationalCalendar } from '../calendar/calendar.ts'
import { plainDate } from '../days/plain-date.ts'
import { holidayNotices } from '../law/holiday-notices.ts'
import { answerClock, consultationLapsesOn, excludedIntervals, workingDaysOf } from './clock.ts'
import { foldHistory } from './history.ts'
import { type Told, told } from './testing/a-history.ts'

const day = plainDate
const received: Told = ['2025-09-15', 'received', {}]
const sent = (on: string, consultation: number, party: 'thirdParty' | 'coOrgan' = 'thirdParty'): Told => [
  on,
  'consultationSent',
  { consultation, party, label: `第${consultation}方` },
]
const answered = (on: string, consultation: number): Told => [
  on,
  'consultationAnswered',
  { consultation, opinion: 'agrees', reason: '' },
]
function clockOf(today: string, ...lines: Told[]) {
  const clock = answerClock(nationalCalendar, foldHistory(told(...lines)), day(today))
  if (!clock) throw new Error('no clock')
  return clock
}
const on = (clock: ReturnType<typeof clockOf>, text: string) => clock.days.find((each) => each.day === text)

describe('the strip says of each day what it is and whether it counts', () => {
  const clock = clockOf('2025-09-17', received, sent('2025-09-17', 1), answered('2025-09-19', 1))
  test('the day of receipt stands first and does not count', () => {
    expect(clock.days[0]).toEqual({
      day: '2025-09-15',
      kind: 'start',
      label: '起算日，不计入',
      number: null,
      isToday: false,
      isDue: false,
    })
  })
  test.each([
    ['2025-09-16', 'counted', '工作日', 1],
    ['2025-09-18', 'excluded', '征求第1方意见，不计入', null],
    ['2025-09-20', 'weekend', '周末', null],
    ['2025-09-28', 'makeUpWorkday', '国庆节、中秋节调休上班', 8],
    ['2025-10-01', 'holiday', '国庆节、中秋节放假', null],
  ])('%s is %s', (text, kind, label, number) => {
    expect(on(clock, text)).toMatchObject({ kind, label, number })
  })
  test('a made-up Sunday is left out like any working day while others are asked', () => {
    const asked = clockOf('2025-10-20', received, sent('2025-09-25', 1), answered('2025-09-29', 1))
    expect(on(asked, '2025-09-28')).toMatchObject({ kind: 'excluded', label: '征求第1方意见，不计入', number: null })
    expect(on(asked, '2025-09-27')).toMatchObject({ kind: 'weekend', label: '周末' })
  })
  test('a closure of the office is shown as one', () => {
    const closed = { name: '台风停工', from: '2025-09-17', to: '2025-09-17', makeUpDays: [], source: '县政府通知' }
    const local = answerClock(calendarOf(holidayNotices, [closed]), foldHistory(told(received)), day('2025-09-15'))
    expect(local?.days.find((each) => each.day === '2025-09-17')).toMatchObject({
      kind: 'localClosure',
      label: '台风停工',
      number: null,
    })
  })
  test('one day is today and one is due: the last', () => {
    expect(clock.days.filter(({ isToday }) => isToday).map((each) => each.day)).toEqual(['2025-09-17'])
    expect(clock.days.filter(({ isDue }) => isDue).map((each) => each.day)).toEqual([clock.dueOn])
    const first = clockOf('2025-09-15', received)
    expect(first.days.filter(({ isToday }) => isToday).map((each) => each.day)).toEqual(['2025-09-15'])
  })
})

describe('art. 33 III: when the clock is held', () => {
  test('an answer on the day of sending leaves nothing out; one on the next day leaves that day out', () => {
    const plain = clockOf('2025-10-20', received)
    const same = clockOf('2025-10-20', received, sent('2025-09-18', 1), answered('2025-09-18', 1))
    expect([same.excluded, same.dueOn]).toEqual([[], plain.dueOn])
    const next = clockOf('2025-10-20', received, sent('2025-09-18', 1), answered('2025-09-19', 1))
    expect(next.excluded).toEqual([{ label: '征求第1方意见', from: '2025-09-19', to: '2025-09-19' }])
    expect(next.dueOn > plain.dueOn).toBe(true)
  })
  test('one that was sent today holds it from tomorrow', () => {
    expect(clockOf('2025-09-18', received, sent('2025-09-18', 1)).isPaused).toBe(false)
    expect(clockOf('2025-09-19', received, sent('2025-09-18', 1)).isPaused).toBe(true)
  })
  test('it is held while one of two is open, not after both have answered', () => {
    const two = [received, sent('2025-09-16', 1), sent('2025-09-16', 2), answered('2025-09-18', 1)]
    expect(clockOf('2025-09-18', ...two).isPaused).toBe(true)
    expect(clockOf('2025-09-18', ...two, answered('2025-09-18', 2)).isPaused).toBe(false)
  })
  test('a case that has ended is not held', () => {
    const ended = clockOf('2025-09-18', received, sent('2025-09-16', 1), ['2025-09-18', 'concluded', {}])
    expect([ended.isPaused, ended.usedDays]).toEqual([false, 1])
  })
  test('a request concluded later than today stands at today', () => {
    expect(clockOf('2025-09-17', received, ['2025-09-30', 'concluded', {}]).usedDays).toBe(2)
  })
  test('days past the due day that are left out do not count as late', () => {
    const late = [received, sent('2025-10-17', 1), answered('2025-10-22', 1)]
    expect(clockOf('2025-10-23', ...late).leftDays).toBe(-1)
  })
  test('third party and co-making organ have fifteen working days each, from delivery or else from sending', () => {
    const { consultations } = foldHistory(
      told(sent('2025-09-01', 1), sent('2025-09-01', 2, 'coOrgan'), [
        '2025-09-03',
        'consultationDelivered',
        { consultation: 2 },
      ]),
    )
    expect(consultations.map((each) => consultationLapsesOn(nationalCalendar, each))).toEqual([
      '2025-09-22',
      '2025-09-24',
    ])
    expect(
      excludedIntervals(nationalCalendar, { consultations, reasons: null, fee: null }, day('2025-12-01')).map(
        ({ to }) => to,
      ),
    ).toEqual(['2025-09-22', '2025-09-24'])
  })
})

describe('from when the twenty days run', () => {
  const start = (...lines: Told[]) => {
    const { startedOn, startReason } = clockOf('2025-12-01', ...lines)
    return `${startedOn} ${startReason}`
  }
  test('from receipt', () => expect(start(received)).toBe('2025-09-15 收到申请之日，次日起算'))
  test('from the supplement, also when both fall on one day', () => {
    const came = (text: string): Told => [text, 'supplementReceived', { text: '' }]
    expect(start(received, came('2025-09-20'))).toBe('2025-09-20 收到补正之日，期限重新起算')
    expect(start(received, came('2025-09-15'))).toBe('2025-09-15 收到补正之日，期限重新起算')
  })
  test('art. 42: from payment; the last restart decides', () => {
    const paid = (text: string): Told => [text, 'feePaid', {}]
    const came: Told = ['2025-09-25', 'supplementReceived', { text: '' }]
    expect(start(received, paid('2025-09-20'))).toBe('2025-09-20 缴费之日，期限自次日起重新计算')
    expect(start(received, came, paid('2025-09-20'))).toBe('2025-09-25 收到补正之日，期限重新起算')
    expect(start(received, came, paid('2025-09-30'))).toBe('2025-09-30 缴费之日，期限自次日起重新计算')
  })
  test('an extension of a ledger that does not tell its days is the whole twenty', () => {
    expect(clockOf('2025-09-16', received, ['2025-09-16', 'extended', {}]).allowedDays).toBe(40)
  })
  test('an extension on the day of the restart stands, one before it does not', () => {
    const came: Told = ['2025-09-20', 'supplementReceived', { text: '' }]
    const allowed = (text: string) => clockOf('2025-09-21', received, came, [text, 'extended', { days: 5 }]).allowedDays
    expect([allowed('2025-09-20'), allowed('2025-09-19')]).toEqual([25, 20])
  })
})

test('a deadline that is not counted in working days is named in the refusal', () => {
  expect(() => workingDaysOf('answer', day('2000-01-01'))).toThrow('no working days for answer on 2000-01-01')
})
