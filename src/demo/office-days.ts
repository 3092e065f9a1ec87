import { isWorkingDay, nationalCalendar } from '../calendar/calendar.ts'
import { nextDay, type PlainDate, plainDate } from '../days/plain-date.ts'
import type { Random } from './random.ts'

/** The last day that the demo tells of. */
export const lastDay = plainDate('2026-11-20')
/** From this day on the ledgers are kept; what was open then was taken over. */
export const firstDay = plainDate('2023-01-01')
export const demoYears = [2022, 2023, 2024, 2025, 2026] as const

/** Every working day that a course may touch; the last ones lie beyond the demo, where nothing is kept. */
const officeDays: PlainDate[] = []
for (let day = plainDate('2015-01-01'); day < '2027-12-31'; day = nextDay(day))
  if (isWorkingDay(nationalCalendar, day)) officeDays.push(day)

/** The place of `day` among the working days, or of the first one after it. */
export function placeOf(day: PlainDate): number {
  let [low, high] = [0, officeDays.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((officeDays[middle] ?? day) < day) low = middle + 1
    else high = middle
  }
  return low
}

/** The working day at a place. */
export function officeDayAt(place: number): PlainDate {
  const day = officeDays[place]
  if (!day) throw new RangeError(`no working day at ${place}`)
  return day
}

/** The day, or the next working day after it. */
export const officeDayFrom = (day: PlainDate): PlainDate => officeDayAt(placeOf(day))

/** Some working days of a year, in order; a running year gives its share, none after `lastDay`. */
export function someOfficeDays(random: Random, year: number, perYear: number): PlainDate[] {
  const first = placeOf(plainDate(`${year}-01-01`))
  const last = placeOf(plainDate(`${year + 1}-01-01`)) - 1
  const days = Array.from({ length: perYear }, () => officeDayAt(random.int(first, last)))
  return days.filter((day) => day <= lastDay).sort()
}

/** A year's number around the usual one, a little higher from year to year. */
export const aboutYearly = (random: Random, usual: number, year: number): number =>
  Math.round(usual * (0.85 + 0.3 * random.next()) * (1 + 0.04 * (year - 2024)))
