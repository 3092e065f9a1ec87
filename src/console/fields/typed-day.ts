/**
 * Before what was typed and is no day of its field: so nothing takes it for one, and the words are not lost. It is a sign that
 * nobody sees (U+2063), wherever the words are shown.
 */
const mark = '\u2063'

/** What a form holds in place of a day that it must not take. */
export const typedDay = (text: string): string => `${mark}${text}`

/** The text as it was typed. */
export const plainTyped = (value: string): string => (value.startsWith(mark) ? value.slice(mark.length) : value)
