import { isPlainDate, type PlainDate } from '../../days/plain-date.ts'

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
