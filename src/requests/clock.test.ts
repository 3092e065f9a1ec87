import { describe, expect, test } from 'vitest'
import { calendarOf, nationalCalendar } from '../calendar/calendar.ts'
import { plainDate, yearOf } from '../days/plain-date.ts'
import { holidayNotices } from '../law/holiday-notices.ts'
import type { ClockView } from './case-view.ts'
import { answerClock, consultationLapsesOn, provisionalYears, workingDaysOf } from './clock.ts'
import { foldHistory } from './history.ts'
import { type Told, told } from './testing/a-history.ts'

const clockOf = (today: string, ...lines: Told[]): ClockView => {
  const clock = answerClock(nationalCalendar, foldHistory(told(...lines)), plainDate(today))
  if (!clock) throw new Error('no clock')
  return clock
}

/** Working days counted anew from the bare words of the notices, with nothing of the calendar's code. */
const bruteWorkingDays = (() => {
  const off = new Set<string>()
  const madeUp = new Set<string>()
  for (const { holidays } of holidayNotices)
    for (const { from, to, makeUpDays } of holidays) {
      for (let at = Date.parse(`${from}T12:00:00Z`); at <= Date.parse(`${to}T12:00:00Z`); at += 86_400_000)
        off.add(new Date(at).toISOString().slice(0, 10))
      for (const day of makeUpDays) madeUp.add(day)
    }
  const days: string[] = []
  for (let at = Date.parse('2024-01-01T12:00:00Z'); at < Date.parse('2027-06-01T12:00:00Z'); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10)
    const weekend = [0, 6].includes(new Date(at).getUTCDay())
    if (madeUp.has(day) || (!weekend && !off.has(day))) days.push(day)
  }
  return days
})()

describe('art. 33: twenty working days, the day of receipt not counted', () => {
  test.each([
    ['2025-01-20', '2025-02-05', '2025-02-14', '2025-02-21', '2025-03-21'],
    ['2025-09-15', '2025-09-24', '2025-10-11', '2025-10-17', '2025-11-14'],
    ['2026-02-02', '2026-02-11', '2026-02-28', '2026-03-06', '2026-04-03'],
    ['2026-02-14', '2026-03-03', '2026-03-13', '2026-03-20', '2026-04-20'],
    ['2026-09-10', '2026-09-20', '2026-10-08', '2026-10-14', '2026-11-11'],
  ])('received on %s', (received, plus7, plus15, plus20, plus40) => {
    const clock = clockOf(received, [received, 'received', {}])
    expect(clock.dueOn).toBe(plus20)
    const day = (number: number) => clock.days.find((each) => each.number === number)?.day
    expect([day(workingDaysOf('supplementNotice', clock.startedOn)), day(15)]).toEqual([plus7, plus15])
    const extended = clockOf(received, [received, 'received', {}], [received, 'extended', { days: 20 }])
    expect(extended.dueOn).toBe(plus40)
  })

  test('for each of the 747 working days of 2024–2026, 7, 15, 20 and 40 days equal an independent count', () => {
    const starts = bruteWorkingDays.filter((day) => day < '2027')
    expect(starts).toHaveLength(747)
    for (const [place, start] of starts.entries()) {
      const received = plainDate(start)
      const clock = clockOf(start, [start, 'received', {}], [start, 'extended', { days: 20 }])
      // 2027 has no notice yet: what reaches into it is provisional, and here not compared.
      const due = bruteWorkingDays[place + 40]
      if (due && yearOf(plainDate(due)) < 2027) expect(clock.dueOn, start).toBe(due)
      else expect(clock.provisional, start).toBe(true)
      for (const count of [7, 15, 20]) {
        const wanted = bruteWorkingDays[place + count] ?? ''
        if (wanted < '2027')
          expect(clock.days.find(({ number }) => number === count)?.day, `${start} +${count}`).toBe(wanted)
      }
      const consultation = { sentOn: received, deliveredOn: null, answeredOn: null }
      const asked = {
        ...consultation,
        id: 1,
        party: 'thirdParty',
        label: '',
        about: '',
        opinion: null,
        reason: '',
        notifiedOn: null,
      } as const
      const lapse = bruteWorkingDays[place + 15] ?? ''
      if (lapse < '2027') expect(consultationLapsesOn(nationalCalendar, asked)).toBe(lapse)
    }
  })

  test('a request received on a day off begins with the next working day', () => {
    expect(clockOf('2025-10-02', ['2025-10-02', 'received', {}]).days.find(({ number }) => number === 1)?.day).toBe(
      '2025-10-09',
    )
  })
})

describe('art. 33 III: the time for consulting is not counted', () => {
  const received: Told = ['2025-09-01', 'received', {}]
  const sent = (on: string, consultation: number): Told => [
    on,
    'consultationSent',
    { consultation, party: 'thirdParty', label: `第三方${consultation}` },
  ]
  const answered = (on: string, consultation: number): Told => [
    on,
    'consultationAnswered',
    { consultation, opinion: 'agrees', reason: '' },
  ]

  test('from the day after sending to the day of the answer', () => {
    // Five working days (8–12 September) are left out of twenty.
    const clock = clockOf('2025-09-20', received, sent('2025-09-05', 1), answered('2025-09-12', 1))
    expect(clock.dueOn).toBe('2025-10-11')
    expect(clock.days.filter(({ kind }) => kind === 'excluded').map(({ day }) => day)).toEqual([
      '2025-09-08',
      '2025-09-09',
      '2025-09-10',
      '2025-09-11',
      '2025-09-12',
    ])
  })
  test('two at the same time are left out once, not twice', () => {
    const one = clockOf('2025-09-20', received, sent('2025-09-05', 1), answered('2025-09-12', 1))
    const two = clockOf(
      '2025-09-20',
      received,
      sent('2025-09-05', 1),
      sent('2025-09-05', 2),
      answered('2025-09-12', 1),
      answered('2025-09-10', 2),
    )
    expect(two.dueOn).toBe(one.dueOn)
  })
  test('an open one holds the clock until today, and no longer than the fifteen working days that the other side has', () => {
    expect(clockOf('2025-09-12', received, sent('2025-09-05', 1)).dueOn).toBe('2025-10-11')
    expect(clockOf('2025-09-12', received, sent('2025-09-05', 1)).isPaused).toBe(true)
    const lapsed = clockOf('2025-10-20', received, sent('2025-09-05', 1))
    expect(lapsed.excluded).toEqual([{ label: '征求第三方1意见', from: '2025-09-06', to: '2025-09-26' }])
    expect(lapsed.isPaused).toBe(false)
  })
  test('the fifteen days run from their receipt, so the time left out can be longer', () => {
    const late = clockOf('2025-11-20', received, sent('2025-09-05', 1), [
      '2025-09-10',
      'consultationDelivered',
      { consultation: 1 },
    ])
    expect(late.excluded[0]?.to).toBe('2025-09-30')
  })
})

describe('restarts and extension', () => {
  const received: Told = ['2025-03-03', 'received', {}]
  test('art. 30: a supplement starts twenty whole days anew', () => {
    const clock = clockOf(
      '2025-03-20',
      received,
      ['2025-03-06', 'supplementRequested', {}],
      ['2025-03-20', 'supplementReceived', {}],
    )
    expect(clock.startedOn).toBe('2025-03-20')
    expect(clock.usedDays).toBe(0)
    expect(clock.dueOn).toBe(clockOf('2025-03-20', ['2025-03-20', 'received', {}]).dueOn)
  })
  test('an extension before the restart is used up by it', () => {
    const clock = clockOf(
      '2025-03-20',
      received,
      ['2025-03-05', 'extended', { days: 20 }],
      ['2025-03-06', 'supplementRequested', {}],
      ['2025-03-20', 'supplementReceived', {}],
    )
    expect(clock.allowedDays).toBe(20)
  })
  test('before receipt there is no clock', () => {
    expect(
      answerClock(nationalCalendar, foldHistory(told(['2025-03-03', 'arrived', {}])), plainDate('2025-03-03')),
    ).toBeUndefined()
  })
  test('days left fall from twenty to nought on the due day and are negative after it', () => {
    const left = (today: string) => clockOf(today, received).leftDays
    expect([
      left('2025-03-03'),
      left('2025-03-04'),
      left('2025-03-31'),
      left('2025-04-01'),
      left('2025-04-03'),
    ]).toEqual([20, 19, 0, -1, -3])
  })
  test('it is over from the day after the last day; what was concluded in time is never over', () => {
    const over = (today: string, ...lines: Told[]) => clockOf(today, received, ...lines).isOver
    expect([over('2025-03-31'), over('2025-04-01')]).toEqual([false, true])
    expect(over('2026-01-05', ['2025-03-31', 'concluded', {}])).toBe(false)
    expect(over('2026-01-05', ['2025-04-01', 'concluded', {}])).toBe(true)
  })
  test('a concluded request stands still', () => {
    const clock = clockOf('2026-01-05', received, ['2025-03-10', 'concluded', {}])
    expect([clock.usedDays, clock.leftDays, clock.isPaused]).toEqual([5, 15, false])
  })
})

test('another calendar moves the due day; a year without a notice is provisional', () => {
  const history = foldHistory(told(['2025-09-15', 'received', {}]))
  const without = calendarOf(holidayNotices.filter(({ year }) => year !== 2025))
  const clock = answerClock(without, history, plainDate('2025-09-15'))
  expect(clock?.provisional).toBe(true)
  expect(clock?.calendarVersion).toBe(without.version)
  expect(answerClock(nationalCalendar, history, plainDate('2025-09-15'))?.provisional).toBe(false)
})

test('the years of a period whose holidays are not yet announced are named', () => {
  const of = (from: string, to: string) => {
    const calendar = calendarOf(holidayNotices.filter(({ year }) => year <= 2025))
    return provisionalYears(calendar, plainDate(from), plainDate(to))
  }
  expect(of('2025-03-03', '2025-12-31')).toEqual([])
  expect(of('2025-12-15', '2026-01-16')).toEqual([2026])
  expect(of('2025-12-15', '2027-01-04')).toEqual([2026, 2027])
  expect(of('2026-03-02', '2026-03-30')).toEqual([2026])
})

test('no deadline of the law is taken from a day on which there was none', () => {
  expect(() => workingDaysOf('answer', plainDate('2019-05-14'))).toThrow(RangeError)
  expect(() => workingDaysOf('confirmOrdinaryMail', plainDate('2025-01-01'))).toThrow(RangeError)
})
