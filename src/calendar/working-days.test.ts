import { isWorkday } from 'chinese-days'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { addDays, daysBetween, type PlainDate, plainDate } from '../days/plain-date.ts'
import { holidayNotices } from '../law/holiday-notices.ts'
import { nationalCalendar as calendar, calendarOf, isWorkingDay } from './calendar.ts'
import { addWorkingDays, explainWorkingDays, signedWorkingDays, workingDaysBetween } from './working-days.ts'

const first = plainDate('2024-01-01')
const last = plainDate('2026-12-31')
const threeYears = Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index))

describe('the test vectors: the day of receipt is not counted', () => {
  test.each([
    ['2025-01-20', '2025-02-05', '2025-02-14', '2025-02-21', '2025-03-21'],
    ['2025-09-15', '2025-09-24', '2025-10-11', '2025-10-17', '2025-11-14'],
    ['2026-02-02', '2026-02-11', '2026-02-28', '2026-03-06', '2026-04-03'],
    ['2026-02-14', '2026-03-03', '2026-03-13', '2026-03-20', '2026-04-20'],
    ['2026-09-10', '2026-09-20', '2026-10-08', '2026-10-14', '2026-11-11'],
  ])('received on %s', (received, ...expected) => {
    expect([7, 15, 20, 40].map((count) => addWorkingDays(calendar, plainDate(received), count))).toEqual(expected)
  })
})

describe('three years of notices', () => {
  test('agree with an independent calendar on every day', () => {
    const differing = threeYears.filter((day) => isWorkingDay(calendar, day) !== isWorkday(day))
    expect(differing).toEqual([])
  })

  test.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, count) => {
    expect(workingDaysBetween(calendar, plainDate(`${year - 1}-12-31`), plainDate(`${year}-12-31`))).toBe(count)
  })

  test('2026 by month', () => {
    const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`)
    const counts = months.map(
      (month) => threeYears.filter((day) => day.startsWith(month) && isWorkingDay(calendar, day)).length,
    )
    expect(counts).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23])
  })

  test('every start and every statutory length agree with a count along the list of working days', () => {
    const working = threeYears.filter((day) => isWorkday(day))
    for (const start of threeYears) {
      const later = working.filter((day) => day > start)
      for (const count of [7, 15, 20, 40]) {
        const expected = later[count - 1]
        if (expected) expect(addWorkingDays(calendar, start, count)).toBe(expected)
      }
    }
  })
})

const aStart = fc.constantFrom(...threeYears)
const aCount = fc.integer({ min: 1, max: 400 })

describe('counting', () => {
  test('ends on a working day, and counting back gives the number', () => {
    fc.assert(
      fc.property(aStart, aCount, (start, count) => {
        const day = addWorkingDays(calendar, start, count)
        return isWorkingDay(calendar, day) && workingDaysBetween(calendar, start, day) === count
      }),
    )
  })

  test('in two parts is counting at once', () => {
    fc.assert(
      fc.property(
        aStart,
        aCount,
        aCount,
        (start, a, b) =>
          addWorkingDays(calendar, addWorkingDays(calendar, start, a), b) === addWorkingDays(calendar, start, a + b),
      ),
    )
  })

  test('from a later day, or further, never ends earlier', () => {
    fc.assert(
      fc.property(aStart, fc.nat(60), aCount, (start, days, count) => {
        const day = addWorkingDays(calendar, start, count)
        return (
          addWorkingDays(calendar, addDays(start, days), count) >= day &&
          addWorkingDays(calendar, start, count + 1) > day
        )
      }),
    )
  })

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2501])('%d working days are refused', (count) => {
    expect(() => addWorkingDays(calendar, first, count)).toThrow('工作日数应为1至2500的整数')
    expect(() => explainWorkingDays(calendar, first, count)).toThrow(RangeError)
  })

  test('between days the wrong way round, or ten years apart, is refused', () => {
    expect(() => workingDaysBetween(calendar, last, first)).toThrow('早于开始日期')
    expect(() => workingDaysBetween(calendar, plainDate('2015-01-01'), last)).toThrow('超过十年')
    expect(workingDaysBetween(calendar, first, first)).toBe(0)
  })

  test('of a day that has passed it is below nought, and beyond ten years as many as ten years have', () => {
    const [friday, monday] = [plainDate('2025-09-19'), plainDate('2025-09-22')]
    expect([signedWorkingDays(calendar, friday, monday), signedWorkingDays(calendar, monday, friday)]).toEqual([1, -1])
    expect(signedWorkingDays(calendar, friday, friday)).toBe(0)
    const [past, future] = [addDays(friday, -3650), addDays(friday, 3650)]
    expect(signedWorkingDays(calendar, friday, plainDate('1900-01-01'))).toBe(
      -workingDaysBetween(calendar, past, friday),
    )
    expect(signedWorkingDays(calendar, friday, plainDate('2090-01-01'))).toBe(
      workingDaysBetween(calendar, friday, future),
    )
  })

  test('ten years are the most that is counted', () => {
    expect(
      workingDaysBetween(calendar, plainDate('2015-01-01'), addDays(plainDate('2015-01-01'), 3660)),
    ).toBeGreaterThan(2000)
    expect(() =>
      workingDaysBetween(calendar, plainDate('2015-01-01'), addDays(plainDate('2015-01-01'), 3661)),
    ).toThrow()
    expect(addWorkingDays(calendar, plainDate('2024-01-01'), 2500) > plainDate('2033-01-01')).toBe(true)
  })

  test('an organ’s closure moves its own due date only', () => {
    const closed = calendarOf(holidayNotices, [
      { name: '台风停工', source: '市防指通知', from: '2025-09-24', to: '2025-09-25', makeUpDays: [] },
    ])
    expect(addWorkingDays(closed, plainDate('2025-09-15'), 7)).toBe('2025-09-26')
    expect(addWorkingDays(calendar, plainDate('2025-09-15'), 7)).toBe('2025-09-24')
  })
})

describe('the explanation', () => {
  const explained = explainWorkingDays(calendar, plainDate('2025-09-15'), 20)

  test('walks every day after the start and numbers those that count', () => {
    expect(explained.days).toHaveLength(32)
    expect(explained.days.filter(({ number }) => number !== null).map(({ number }) => number)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
    expect(explained.days.at(-1)).toMatchObject({ day: '2025-10-17', number: 20 })
    expect(explained.days.find(({ day }) => day === '2025-10-11')).toMatchObject({ kind: 'makeUpWorkday', number: 15 })
    expect(explained).toMatchObject({ day: '2025-10-17', provisional: false, calendarVersion: calendar.version })
  })

  test('is provisional once it touches a year without a notice', () => {
    expect(explainWorkingDays(calendar, plainDate('2026-12-01'), 20)).toMatchObject({
      day: '2026-12-29',
      provisional: false,
    })
    expect(explainWorkingDays(calendar, plainDate('2026-12-15'), 20).provisional).toBe(true)
  })
})

describe('the zone of the machine', () => {
  const zone = process.env.TZ
  afterAll(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  test.each(['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'])('%s changes no due date', (name) => {
    process.env.TZ = name
    const ends = threeYears.map((day): PlainDate => addWorkingDays(calendar, day, 20))
    expect(ends[0]).toBe('2024-01-29')
    expect(ends[threeYears.indexOf(plainDate('2025-09-15'))]).toBe('2025-10-17')
    expect(calendarOf(holidayNotices).version).toBe(calendar.version)
  })
})
