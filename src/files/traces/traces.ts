import type { TraceKind } from './trace-kinds.ts'

/** Something that a file carries beside what it shows. */
export interface Trace {
  readonly kind: TraceKind
  /** In Chinese: where, and a few of the words: `第2页“张三”`, `工作表“底稿”（隐藏）`, `作者 张三`. */
  readonly where: string
}

/** What a file shows and what else it carries, as far as a reader could bring it to light. */
export interface FileTraces {
  /** Up to `maxText` characters. */
  readonly text: string
  readonly found: readonly Trace[]
}

export const maxText = 400_000
/** Ends each page in the text of a file that has pages (PDF). */
export const pageEnd = '\f'
/** Of one kind: more than anybody goes through. */
const mostPlaces = 1_000

export const noTraces: FileTraces = { text: '', found: [] }

/** Traces of one kind at these places. */
export const tracesAt = (kind: TraceKind, places: readonly string[]): Trace[] =>
  places.slice(0, mostPlaces).map((where) => ({ kind, where }))

/** A text with what was found in its file; of a longer one it is said that its end was not looked at. */
export const tracesWith = (text: string, found: readonly Trace[]): FileTraces => ({
  text: text.slice(0, maxText),
  found: text.length > maxText ? [...found, ...tracesAt('notLookedInto', ['前40万字以后的文字'])] : found,
})

const longest = 30
const longNumber = /(?<!\d)\d(?:[ -]?\d){10,19}[Xx]?/g

/** A few words for people to know them by, long numbers covered: “张三”. */
export function quoted(words: string): string {
  const plain = words.replace(/\s+/g, ' ').trim().slice(0, 400)
  const covered = plain.replace(
    longNumber,
    (number) => number.slice(0, 2) + '*'.repeat(number.length - 5) + number.slice(-3),
  )
  const signs = [...covered]
  return `“${signs.slice(0, longest).join('')}${signs.length > longest ? '……' : ''}”`
}

/** What programs enter by themselves names nobody. */
const nobody =
  /^(?:|admin\w*|administrator|user|users?\d*|windows ?用户|microsoft(?: office)?(?: user)?|微软用户|un-named|python-docx|openpyxl|apache poi|wps(?: office)?|kaicheng|开诚|unknown|未知)$/i

/** `label` and the name, unless it names nobody. */
export const named = (label: string, name: string | undefined): string[] => {
  const plain = (name ?? '').replace(/\s+/g, ' ').trim().slice(0, 60)
  return nobody.test(plain) ? [] : [`${label} ${plain}`]
}
