import { z } from 'zod'

/** A day of the civil calendar, written YYYY-MM-DD. It has no time and no zone; string order is date order. */
export type PlainDate = string & { readonly PlainDate: unique symbol }

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/
const msPerDay = 86_400_000

/** True for a day that exists: 2024-02-29, not 2025-02-29. */
export function isPlainDate(text: string): text is PlainDate {
  const match = pattern.exec(text)
  if (!match) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** Reads YYYY-MM-DD; throws RangeError for anything else. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`不是有效的日期：${text}（写法为 2026-01-31）`)
  return text
}

const toDays = (day: PlainDate): number => Date.parse(`${day}T00:00:00Z`) / msPerDay

const lastDay = toDays(plainDate('9999-12-31'))
const firstDay = toDays(plainDate('0000-01-01'))

/** The day `count` calendar days later; earlier when negative. Refuses what leaves the years 0000–9999. */
export function addDays(day: PlainDate, count: number): PlainDate {
  const days = toDays(day) + count
  if (!Number.isInteger(days) || days < firstDay || days > lastDay) {
    throw new RangeError(`从${day}起推算${count}天，超出可以计算的日期范围`)
  }
  return new Date(days * msPerDay).toISOString().slice(0, 10) as PlainDate
}

export const nextDay = (day: PlainDate): PlainDate => addDays(day, 1)

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => toDays(to) - toDays(from)

/** The earlier of two days. */
export const earlierOf = (a: PlainDate, b: PlainDate): PlainDate => [a, b].sort()[0] ?? a

/** Year, month and day as numbers. */
export type YearMonthDay = readonly [year: number, month: number, day: number]

export function yearMonthDay(day: PlainDate): YearMonthDay {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}

export const yearOf = (day: PlainDate): number => Number(day.slice(0, 4))

const weekdayNames = '一二三四五六日'

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: PlainDate): number => ((((toDays(day) + 3) % 7) + 7) % 7) + 1

/** 一 … 六, 日 */
export const chineseWeekday = (day: PlainDate): string => weekdayNames.charAt(weekdayOf(day) - 1)

export const isWeekend = (day: PlainDate): boolean => weekdayOf(day) >= 6

const msAhead = 8 * 3_600_000
/** Until the summer of 1991 Shanghai had summer time. */
const fixedSince = Date.parse('1992-01-01T00:00:00Z')
const officeDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
const officeHour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })

/** The office's day, in Asia/Shanghai, at an instant. */
export function officeDay(at: Date): PlainDate {
  // Every page asks this; reckoning is a twentieth of the work of asking the table of time zones.
  return at.getTime() < fixedSince
    ? plainDate(officeDate.format(at))
    : (new Date(at.getTime() + msAhead).toISOString().slice(0, 10) as PlainDate)
}

/** The office's hour and minute at an instant: 09:05. */
export const timeOfDay = (at: Date): string => officeHour.format(at)

/** An instant that was written as text with its zone (ISO 8601). */
export const instantOf = (text: string): Date => new Date(text)

/** So many milliseconds after an instant. */
export const instantAfter = (at: Date, ms: number): Date => new Date(at.getTime() + ms)

/** The office's hour and minute at an ISO instant. */
export const timeOfDayAt = (instant: string): string => timeOfDay(new Date(instant))

/** The office's day of an ISO instant. */
export const officeDayOf = (instant: string): PlainDate => officeDay(new Date(instant))

const officeSecond = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** An instant by the office's clock, to the second: 2026-11-28 18:30:05. */
export const officeClock = (at: Date): string => officeSecond.format(at)

/** The instant of a time of day in the office, `10:00`. */
export const officeTime = (day: PlainDate, time: string): Date => new Date(`${day}T${time}:00+08:00`)

/** A day as a workbook keeps it: midnight, read as UTC. */
export const toSheetDate = (day: PlainDate): Date => new Date(`${day}T00:00:00Z`)

/** The day that a workbook's date stands for, read as UTC; undefined for a broken one. */
export function fromSheetDate(at: Date): PlainDate | undefined {
  if (Number.isNaN(at.getTime())) return undefined
  const text = at.toISOString().slice(0, 10)
  return isPlainDate(text) ? text : undefined
}

/** 2026年1月31日, in sentences, heads and letters; in tables, lists and beside a time of day it is 2026-01-31, and nowhere anything else. */
export function chineseDate(day: PlainDate): string {
  const [year, month, dayOfMonth] = day.split('-')
  return `${year}年${Number(month)}月${Number(dayOfMonth)}日`
}

/** A day as it comes in. The year 0, which the database does not know, is none. */
export const PlainDate = z.custom<PlainDate>(
  (value) => typeof value === 'string' && isPlainDate(value) && value >= '0001-01-01',
  '请填写有效日期，如 2026-01-31',
)
