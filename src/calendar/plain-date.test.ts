import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import {
  addDays,
  chineseDate,
  chineseWeekday,
  daysBetween,
  isPlainDate,
  officeDay,
  type PlainDate,
  plainDate,
  weekdayOf,
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
    expect(() => addDays(plainDate('2026-01-01'), 0.5)).toThrow('超出可以计算的日期范围')
    expect(() => addDays(plainDate('2026-01-01'), Number.NaN)).toThrow('超出可以计算的日期范围')
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
