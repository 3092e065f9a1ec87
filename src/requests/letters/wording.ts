import { chineseDate, type PlainDate } from '../../days/plain-date.ts'
import { refusals } from '../../refusal.ts'

/** A blank line or a line break in what a person wrote begins a new paragraph. */
export const linesOf = (text: string): string[] =>
  text
    .split(/[\n\v\f\r\u0085\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

const isEnded = /[。！？；：…”’）)〕】》.!?;:]$/

/** Addresses of pages and mailboxes, which a sign behind them would break, and figures by themselves. */
const standsAlone = /[a-z\d][.:@/][\w\-./?=&%#:@]*$|^[\d.,，%‰\s-]+$/i

/** A sentence with its full stop, whether or not the writer set one. */
export const sentence = (text: string): string => {
  const bare = text.trim()
  return bare === '' || isEnded.test(bare) || standsAlone.test(bare) ? bare : `${bare.replace(/[，、,]$/, '')}。`
}

/** 一、名单; 2024年: headings, rows of a list. */
const isItem = (line: string): boolean =>
  !/[，。；！？,;]/.test(line) &&
  ([...line].length <= 10 || /^[（(]?(?:[一二三四五六七八九十百]+|\d+)[）)、.．]/.test(line))

/** What a person wrote as paragraphs of their own: sentences with their full stop, headings and rows as they were typed. */
export function paragraphsOf(text: string): string[] {
  const lines = linesOf(text)
  return lines.length === 1 ? lines.map(sentence) : lines.map((line) => (isItem(line) ? line : sentence(line)))
}

/** Asked for in words, as a quotation: marks inside become single ones, lines are run together. */
export function quoted(text: string): string {
  const line = linesOf(text)
    .map((each, index, all) => (index < all.length - 1 && !/[。！？；，、：.!?;,:]$/.test(each) ? `${each}；` : each))
    .join('')
  return `“${line
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
    .replace(/[。.]$/, '')}”`
}

/** What follows a colon: one line goes on, several become paragraphs of their own. */
export function told(lead: string, text: string): string[] {
  const lines = linesOf(text)
  return lines.length === 1 ? [`${lead}：${sentence(lines[0] ?? '')}`] : [`${lead}：`, ...paragraphsOf(text)]
}

/** The text, or a refusal: a letter must not go out without it. */
export function need(text: string, what: string, field: string): string {
  if (text.trim() === '') throw refusals.recordMissing(what, field)
  return text.trim()
}

/** 2026年10月14日前（含当日） */
export const until = (day: PlainDate): string => `${chineseDate(day)}前（含当日）`

/** A name or phrase inside a sentence: without its own full stop. */
export const phrase = (text: string): string =>
  linesOf(text)
    .join('；')
    .replace(/[。；，、.;,]+$/, '')
