import { type PlainDate, plainDate } from '../days/plain-date.ts'

/** Year, 春节 (正月初一), 端午 (五月初五), 中秋 (八月十五), as month and day of the civil calendar. */
const almanac: readonly (readonly [year: number, springFestival: string, dragonBoat: string, midAutumn: string])[] = [
  [2014, '01-31', '06-02', '09-08'],
  [2015, '02-19', '06-20', '09-27'],
  [2016, '02-08', '06-09', '09-15'],
  [2017, '01-28', '05-30', '10-04'],
  [2018, '02-16', '06-18', '09-24'],
  [2019, '02-05', '06-07', '09-13'],
  [2020, '01-25', '06-25', '10-01'],
  [2021, '02-12', '06-14', '09-21'],
  [2022, '02-01', '06-03', '09-10'],
  [2023, '01-22', '06-22', '09-29'],
  [2024, '02-10', '06-10', '09-17'],
  [2025, '01-29', '05-31', '10-06'],
  [2026, '02-17', '06-19', '09-25'],
  [2027, '02-06', '06-09', '09-15'],
  [2028, '01-26', '05-28', '10-03'],
  [2029, '02-13', '06-16', '09-22'],
  [2030, '02-03', '06-05', '09-12'],
  [2031, '01-23', '06-24', '10-01'],
  [2032, '02-11', '06-12', '09-19'],
  [2033, '01-31', '06-01', '09-08'],
  [2034, '02-19', '06-20', '09-27'],
  [2035, '02-08', '06-10', '09-16'],
  [2036, '01-28', '05-30', '10-04'],
  [2037, '02-15', '06-18', '09-24'],
  [2038, '02-04', '06-07', '09-13'],
  [2039, '01-24', '05-27', '10-02'],
  [2040, '02-12', '06-14', '09-20'],
  [2041, '02-01', '06-03', '09-10'],
  [2042, '01-22', '06-22', '09-28'],
  [2043, '02-10', '06-11', '09-17'],
  [2044, '01-30', '05-31', '10-05'],
  [2045, '02-17', '06-19', '09-25'],
  [2046, '02-06', '06-08', '09-15'],
  [2047, '01-26', '05-29', '10-04'],
  [2048, '02-14', '06-15', '09-22'],
  [2049, '02-02', '06-04', '09-11'],
  [2050, '01-23', '06-23', '09-30'],
]

export type LunarHoliday = 'springFestival' | 'dragonBoat' | 'midAutumn'

/**
 * The civil day of a lunar holiday. A table, because Intl's Chinese calendar is a day off where the new moon comes close
 * to midnight in Beijing (春节 2027 and 2030); the test computes the new moons. Refuses years outside 2014–2050.
 */
export function lunarHoliday(year: number, holiday: LunarHoliday): PlainDate {
  const row = almanac.find(([each]) => each === year)
  if (!row) throw new RangeError(`没有${year}年的农历节日数据，只能计算2014年至2050年的工作日`)
  const [, springFestival, dragonBoat, midAutumn] = row
  return plainDate(`${year}-${{ springFestival, dragonBoat, midAutumn }[holiday]}`)
}

/**
 * The solar term 清明 of a year of this century, in Beijing time: [y × 0.2422 + 4.81] − [y / 4], the rule in common
 * use (寿星公式). The test holds it against the sun's longitude of 15°.
 */
export function qingmingOf(year: number): PlainDate {
  if (year < 2000 || year > 2099) throw new RangeError(`只能推算2000年至2099年的清明，不能推算${year}年`)
  const ofCentury = year % 100
  const day = Math.floor(ofCentury * 0.2422 + 4.81) - Math.floor(ofCentury / 4)
  return plainDate(`${year}-04-0${day}`)
}
