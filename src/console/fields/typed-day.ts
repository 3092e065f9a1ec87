import { isPlainDate, type PlainDate } from '../../days/plain-date.ts'
import { type DayBounds, readDayWithin } from '../../days/read-day.ts'

/**
 * Before what was typed and is no day of its field: so nothing takes it for one, and the words are not lost. It is a sign that
 * nobody sees (U+2063), wherever the words are shown.
 */
const mark = '\u2063'

/** What a form holds for a day: a day, nothing, or what was typed in its place. Only `dayIn` makes a day of it. */
export type FormDay = PlainDate | `\u2063${string}` | null | undefined

/** What a form holds in place of a day that it must not take. */
export const typedDay = (text: string): `\u2063${string}` => `${mark}${text}`

/** The text as it was typed. */
export const plainTyped = (value: string): string => (value.startsWith(mark) ? value.slice(mark.length) : value)

/** What was typed and is nothing that its field can take. */
export const isTyped = (value: unknown): boolean => typeof value === 'string' && value.startsWith(mark)

/** The day that a form holds, if it is one: whoever speaks of a day on a form, or compares it, asks this first. */
export const dayIn = (value: unknown): PlainDate | undefined =>
  typeof value === 'string' && isPlainDate(value) ? value : undefined

/** Which days a field takes. */
export interface DayRule extends DayBounds {
  /** Emptied it is told to be wanting. */
  readonly isNeeded: boolean
}

/** What a form is handed for a text: nothing for an empty one, unless a day is needed. */
export function dayTyped(text: string, rule: DayRule): Exclude<FormDay, undefined> {
  if (isLeftOpen(text, rule)) return null
  const reading = readDayWithin(text, rule)
  return 'day' in reading ? reading.day : typedDay(text)
}

/** Why a text is no day of its field, in words for whoever wrote it. */
export function dayProblem(text: string, rule: DayRule): string | null {
  if (isLeftOpen(text, rule)) return null
  const reading = readDayWithin(text, rule)
  return 'problem' in reading ? reading.problem : null
}

const isLeftOpen = (text: string, { isNeeded }: DayRule): boolean => text.trim() === '' && !isNeeded
