import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import {
  addDays,
  chineseDate,
  chineseWeekday,
  daysBetween,
  earlierOf,
  fromSheetDate,
  instantOf,
  isPlainDate,
  isWeekend,
  nextDay,
  officeDay,
  officeDayOf,
  officeTime,
  PlainDate,
  plainDate,
  timeOfDay,
  timeOfDayAt,
  toSheetDate,
  weekdayOf,
  yearOf,
} from './plain-date.ts'
import { readDate } from './read-day.ts'

const aDay = fc.integer({ min: 0, max: 60_000 }).map((count) => addDays(plainDate('1950-01-01'), count))

describe('a day of the civil calendar', () => {
  test.each(['2024-02-29', '2000-02-29', '2026-12-31', '0000-01-01'])('%s exists', (text) => {
    expect(isPlainDate(text)).toBe(true)
  })

  test.each(['2025-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-1-1', '20260101', ''])(
    '%s does not',
    (text) => {
      expect(isPlainDate(text)).toBe(false)
      expect(() => plainDate(text)).toThrow('不是有效的日期')
    },
  )

  test('adding days and counting them back agree', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -20_000, max: 20_000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count)
        expect(addDays(addDays(day, count), -count)).toBe(day)
      }),
    )
  })

  test('the order of the text is the order of the days', () => {
    fc.assert(fc.property(aDay, aDay, (a, b) => a < b === daysBetween(a, b) > 0))
  })

  test('weekdays follow one another', () => {
    expect(weekdayOf(plainDate('2026-11-24'))).toBe(2)
    expect(chineseWeekday(plainDate('2025-10-12'))).toBe('日')
    fc.assert(fc.property(aDay, (day) => weekdayOf(addDays(day, 1)) === (weekdayOf(day) % 7) + 1))
  })

  test('leaving the years that can be written is refused', () => {
    expect(() => addDays(plainDate('9999-12-31'), 1)).toThrow('超出可以计算的日期范围')
    expect(() => addDays(plainDate('0000-01-01'), -1)).toThrow('超出可以计算的日期范围')
    expect([addDays(plainDate('9999-12-30'), 1), addDays(plainDate('0000-01-02'), -1)]).toEqual([
      '9999-12-31',
      '0000-01-01',
    ])
    expect(() => addDays(plainDate('2026-01-01'), 0.5)).toThrow('超出可以计算的日期范围')
    expect(() => addDays(plainDate('2026-01-01'), Number.NaN)).toThrow('超出可以计算的日期范围')
  })
})

describe('days told apart', () => {
  const [earlier, later] = [plainDate('2026-02-28'), plainDate('2026-03-01')]
  test('the earlier, the next, the year', () => {
    expect([earlierOf(earlier, later), earlierOf(later, earlier), nextDay(earlier)]).toEqual([earlier, earlier, later])
    expect(yearOf(plainDate('0987-12-31'))).toBe(987)
  })
  test('Saturday and Sunday are the weekend', () => {
    const week = [0, 1, 2, 3, 4, 5, 6].map((count) => addDays(plainDate('2026-11-23'), count))
    expect(week.map(chineseWeekday).join('')).toBe('一二三四五六日')
    expect(week.map(isWeekend)).toEqual([false, false, false, false, false, true, true])
    expect(weekdayOf(plainDate('1969-12-31'))).toBe(3)
  })
  test('a day that the database does not know is none as it comes in', () => {
    expect(PlainDate.safeParse('0001-01-01').success).toBe(true)
    for (const value of ['0000-12-31', '2026-02-30', 20260101, null])
      expect(PlainDate.safeParse(value).success).toBe(false)
  })
  test('a workbook keeps a day as midnight in UTC', () => {
    expect(toSheetDate(earlier).toISOString()).toBe('2026-02-28T00:00:00.000Z')
    expect(fromSheetDate(new Date('2026-02-28T23:59:59Z'))).toBe('2026-02-28')
    expect(fromSheetDate(new Date(Number.NaN))).toBeUndefined()
    expect(fromSheetDate(new Date('+012026-02-28T00:00:00Z'))).toBeUndefined()
  })
})

describe('the office keeps the time of Shanghai', () => {
  test('its day, hour and minute at an instant', () => {
    expect(timeOfDay(new Date('2026-02-28T01:05:00Z'))).toBe('09:05')
    expect(timeOfDayAt('2026-02-28T16:30:00Z')).toBe('00:30')
    expect(officeDayOf('2026-02-28T16:30:00Z')).toBe('2026-03-01')
    expect(officeTime(plainDate('2026-03-01'), '00:30').toISOString()).toBe('2026-02-28T16:30:00.000Z')
    expect(instantOf('2026-03-01T00:30:00+08:00').toISOString()).toBe('2026-02-28T16:30:00.000Z')
  })
  test('with the summer time that it had until 1991', () => {
    expect(officeDay(new Date('1991-07-01T15:30:00Z'))).toBe('1991-07-02')
    expect(officeDay(new Date('1992-07-01T15:30:00Z'))).toBe('1992-07-01')
  })
})

describe('a date as people write it', () => {
  test.each([
    '2025-9-5',
    '2025-09-05',
    '2025/9/5',
    '2025.9.5',
    '2025年9月5日',
    '２０２５年９月５日',
    ' 2025年 9月 5日 ',
  ])('%s is read', (text) => expect(readDate(text)).toBe('2025-09-05'))

  test.each(['2025-2-29', '9/5/2025', '2025-9/5', '25-9-5', '明天', '', '1'.repeat(100_000)])(
    '%.20s is refused',
    (text) => {
      expect(() => readDate(text)).toThrow('不是有效的日期')
    },
  )

  test('what we print we can read', () => {
    fc.assert(fc.property(aDay, (day) => readDate(chineseDate(day)) === day))
  })
})

describe('the zone of the machine', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  test.each(['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'])('%s changes no day', (name) => {
    process.env.TZ = name
    expect(addDays('2025-03-08' as PlainDate, 1)).toBe('2025-03-09')
    expect(daysBetween('2025-01-01' as PlainDate, '2025-12-31' as PlainDate)).toBe(364)
    expect(weekdayOf('2025-10-11' as PlainDate)).toBe(6)
    expect(officeDay(new Date('2025-12-31T16:30:00Z'))).toBe('2026-01-01')
    expect(officeDay(new Date('2025-12-31T15:30:00Z'))).toBe('2025-12-31')
  })
})
