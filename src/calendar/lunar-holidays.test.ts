import { getSolarDateFromLunar } from 'chinese-days'
import { describe, expect, test } from 'vitest'
import { addDays } from '../days/plain-date.ts'
import { type LunarHoliday, lunarHoliday, qingmingOf } from './lunar-holidays.ts'
import { beijingMidnight, newMoonNear, sunLongitude } from './testing/almanac.ts'

const years = Array.from({ length: 2050 - 2014 + 1 }, (_, index) => 2014 + index)
const holidays: [LunarHoliday, lunar: string, dayOfMonth: number, solarTerm: number][] = [
  ['springFestival', '01-01', 1, 330],
  ['dragonBoat', '05-05', 5, 90],
  ['midAutumn', '08-15', 15, 180],
]
const minutes = (count: number) => count / 1440

describe.each(holidays)('%s', (holiday, lunar, dayOfMonth, solarTerm) => {
  test('falls where a printed almanac has it', () => {
    for (const year of years) expect(lunarHoliday(year, holiday)).toBe(getSolarDateFromLunar(`${year}-${lunar}`).date)
  })

  test('is counted from the Beijing day of the new moon, in the month that holds its solar term', () => {
    for (const year of years) {
      const first = beijingMidnight(addDays(lunarHoliday(year, holiday), 1 - dayOfMonth))
      const newMoon = newMoonNear(first + 0.5)
      expect(newMoon, `${holiday} ${year}`).toBeGreaterThan(first - minutes(4))
      expect(newMoon, `${holiday} ${year}`).toBeLessThan(first + 1 + minutes(4))
      const next = newMoonNear(first + 30)
      const sinceTerm = (julianDay: number) => ((sunLongitude(julianDay) - solarTerm + 540) % 360) - 180
      expect(sinceTerm(first), `${holiday} ${year} begins`).toBeLessThan(0.1)
      expect(sinceTerm(next + 1), `${holiday} ${year} ends`).toBeGreaterThan(-0.1)
    }
  })
})

test('春节 of 2027 and 2030, whose new moons come minutes from midnight', () => {
  expect(lunarHoliday(2027, 'springFestival')).toBe('2027-02-06')
  expect(lunarHoliday(2030, 'springFestival')).toBe('2030-02-03')
})

test('a year without a table is refused', () => {
  expect(() => lunarHoliday(2013, 'midAutumn')).toThrow('没有2013年的农历节日数据')
  expect(() => lunarHoliday(2051, 'midAutumn')).toThrow('没有2051年的农历节日数据')
})

describe('清明', () => {
  test('is the Beijing day in which the sun reaches 15°, in every year of the century', () => {
    for (let year = 2000; year <= 2099; year += 1) {
      const midnight = beijingMidnight(qingmingOf(year))
      expect(sunLongitude(midnight), `${year} begins`).toBeLessThan(15.01)
      expect(sunLongitude(midnight + 1), `${year} ends`).toBeGreaterThan(14.99)
    }
  })

  test('is not guessed for other centuries', () => {
    expect(() => qingmingOf(2100)).toThrow('清明')
  })
})
