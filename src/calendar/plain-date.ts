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

/** The day `count` calendar days later; earlier when negative. */
export const addDays = (day: PlainDate, count: number): PlainDate =>
  plainDate(new Date((toDays(day) + count) * msPerDay).toISOString().slice(0, 10))

export const nextDay = (day: PlainDate): PlainDate => addDays(day, 1)

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => toDays(to) - toDays(from)

export const yearOf = (day: PlainDate): number => Number(day.slice(0, 4))

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: PlainDate): number => ((((toDays(day) + 3) % 7) + 7) % 7) + 1

export const isWeekend = (day: PlainDate): boolean => weekdayOf(day) >= 6

/** The office's day, in Asia/Shanghai, at an instant. */
export function officeDay(at: Date): PlainDate {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(at)
  return plainDate(parts)
}

/** 2026年1月31日 */
export function chineseDate(day: PlainDate): string {
  const [year, month, dayOfMonth] = day.split('-')
  return `${year}年${Number(month)}月${Number(dayOfMonth)}日`
}

export const PlainDate = z.custom<PlainDate>(
  (value) => typeof value === 'string' && isPlainDate(value),
  '请填写有效日期，如 2026-01-31',
)
