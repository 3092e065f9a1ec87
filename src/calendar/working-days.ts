import { addDays, daysBetween, nextDay, type PlainDate, plainDate } from '../days/plain-date.ts'
import { type Calendar, type DayInfo, dayKind, isWorkingDay } from './calendar.ts'

/** The days on which a period may begin so that its end can still be reckoned; beyond them no holidays are known. */
export const firstReckoned = plainDate('2014-01-01')
export const lastReckoned = plainDate('2049-12-31')

/** About ten years: no time limit is longer. */
export const mostWorkingDays = 2500
const mostCalendarDays = 3660

/**
 * The day on which `count` working days after `start` have passed; `start` itself is never counted (民诉法 85).
 * Refuses a count that is not a whole number from 1 to 2500.
 */
export function addWorkingDays(calendar: Calendar, start: PlainDate, count: number): PlainDate {
  if (!Number.isInteger(count) || count < 1 || count > mostWorkingDays) {
    throw new RangeError(`工作日数应为1至${mostWorkingDays}的整数，现为${count}`)
  }
  let day = start
  for (let left = count; left > 0; ) {
    day = nextDay(day)
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return day
}

/** The day itself where it is a working day, else the first one after it. */
export function workingDayFrom(calendar: Calendar, day: PlainDate): PlainDate {
  let on = day
  while (!isWorkingDay(calendar, on)) on = nextDay(on)
  return on
}

export interface WorkingDaysExplained {
  readonly start: PlainDate
  readonly count: number
  readonly day: PlainDate
  /** Every day after `start`, to the last; `number` counts the working days and is null on a day that does not count. */
  readonly days: readonly (DayInfo & { readonly number: number | null })[]
  /** A year without a notice was touched: the day may move when the notice is out. */
  readonly provisional: boolean
  readonly calendarVersion: string
}

/** As `addWorkingDays`, with every day walked and why it counts or not. */
export function explainWorkingDays(calendar: Calendar, start: PlainDate, count: number): WorkingDaysExplained {
  const day = addWorkingDays(calendar, start, count)
  let number = 0
  const days = Array.from({ length: daysBetween(start, day) }, (_, index) => {
    const each = addDays(start, index + 1)
    return { ...dayKind(calendar, each), number: isWorkingDay(calendar, each) ? ++number : null }
  })
  const provisional = days.some((each) => each.provisional)
  return { start, count, day, days, provisional, calendarVersion: calendar.version }
}

/** Working days after `from`, up to and including `to`. Refuses `to` before `from`, and more than ten years. */
export function workingDaysBetween(calendar: Calendar, from: PlainDate, to: PlainDate): number {
  const span = daysBetween(from, to)
  if (span < 0) throw new RangeError(`结束日期${to}早于开始日期${from}`)
  if (span > mostCalendarDays) throw new RangeError(`${from}至${to}超过十年，请核对日期`)
  let count = 0
  for (let index = 1; index <= span; index += 1) if (isWorkingDay(calendar, addDays(from, index))) count += 1
  return count
}

/** Nobody asks how many days exactly something is late, or away, after so long. */
const longestShown = 3650

/** Working days from `from` to `to`; below nought when `to` has passed. Beyond ten years it says as many as ten years have. */
export function signedWorkingDays(calendar: Calendar, from: PlainDate, to: PlainDate): number {
  const [early, late] = [addDays(from, -longestShown), addDays(from, longestShown)]
  const day = to < early ? early : to > late ? late : to
  return from <= day ? workingDaysBetween(calendar, from, day) : -workingDaysBetween(calendar, day, from)
}
