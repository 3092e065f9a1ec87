import { inFigures } from './chinese-numerals.ts'
import { chineseDate, chineseWeekday, isPlainDate, type PlainDate } from './plain-date.ts'

/** A day, or why what is written is none, in words for whoever wrote it. */
export type DayReading = { readonly day: PlainDate } | { readonly problem: string }

const example = '如 2026-03-05 或者 2026年3月5日'
const writings = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/,
  /^(\d{4}) (\d{1,2}) (\d{1,2})$/,
  /^(\d{4})(\d{2})(\d{2})$/,
]
const shortYear = /^\d{2}[-/.年 ]\d{1,2}[-/.月 ]\d{1,2}[日号]?$/
const unfinished = /^\d{1,4}(?:[-/.年](?:\d{1,2}[-/.月]?)?)?$|^\d{1,7}$/
const weekday = /\(?(?:周|星期|礼拜)([一二三四五六日天])\)?$/
/** Excel's mark of a text, and quotes around a day. */
const quotes = /^['‘’"“”`]+|['‘’"“”`]+$/g

/**
 * What people mean as a day, in one writing: half width, no spaces but those that part figures (2026 3 5), one kind of dash, no
 * quotes. A space within figures says nothing for certain, and stays.
 */
function plainWriting(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .trim()
    .replace(quotes, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll('。', '.')
  const joined = plain.replace(/\s+/g, ' ').replace(/(?<!\d) | (?!\d)/g, '')
  // The end of a sentence is no part of the day that stands before it.
  return joined.replace(/(?<=[\d日号)])[.,;、]$/, '')
}

/** 240305: a day whose year has two figures, and no beginning of another one. */
const isShortTogether = (text: string): boolean =>
  /^(?!19|20)\d{6}$/.test(text) && isPlainDate(`20${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4)}`)

/**
 * The day that is written: 2026-3-5, 2026/3/5, 2026.3.5, 20260305, 2026年3月5日, 二〇二六年三月五日, full-width signs and a weekday
 * behind it. What is half written, impossible or ambiguous is no day.
 */
export function readDay(text: string): DayReading {
  if (text.trim() === '') return { problem: `请填写日期，${example}` }
  if (text.length > 40) return { problem: `看不懂这个日期，请写年、月、日，${example}` }
  const plain = plainWriting(text)
  const named = weekday.exec(plain)
  const written = inFigures(named ? plain.slice(0, named.index) : plain)
  const parts = writings.map((writing) => writing.exec(written)).find((found) => found !== null)
  if (!parts) {
    if (shortYear.test(written) || isShortTogether(written)) return { problem: `年份请写四位数，${example}` }
    if (unfinished.test(written)) return { problem: `日期没有写完整，请写年、月、日，${example}` }
    return { problem: `看不懂这个日期，请写年、月、日，${example}` }
  }
  const [, year = '', month = '', day = ''] = parts
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isPlainDate(iso)) return { problem: `没有${year}年${Number(month)}月${Number(day)}日这一天，请核对` }
  const called = named?.[1]?.replace('天', '日')
  if (called !== undefined && called !== chineseWeekday(iso))
    return { problem: `${chineseDate(iso)}是星期${chineseWeekday(iso)}，不是星期${called}，请核对` }
  return { day: iso }
}

/** The bounds of a field, both days allowed. */
export interface DayBounds {
  readonly earliest?: PlainDate | undefined
  readonly latest?: PlainDate | undefined
}

/** The same within bounds. */
export function readDayWithin(text: string, { earliest, latest }: DayBounds): DayReading {
  const reading = readDay(text)
  if ('problem' in reading) return reading
  if (earliest !== undefined && reading.day < earliest) return { problem: `不能早于${chineseDate(earliest)}` }
  if (latest !== undefined && reading.day > latest) return { problem: `不能晚于${chineseDate(latest)}` }
  return reading
}

/** The day that is written; throws RangeError with the words for whoever wrote it. */
export function readDate(text: string): PlainDate {
  const reading = readDay(text)
  if ('problem' in reading) throw new RangeError(`不是有效的日期：${text.slice(0, 40)}（${reading.problem}）`)
  return reading.day
}
