import { isPlainDate, type PlainDate } from '../days/plain-date.ts'

/** A line without blanks and stars, as a head or a signature is compared. */
export const bare = (line: string): string => line.replace(/[\s\u3000★]+/g, '')

const dateLine = /^(?:[(（])?(\d{4})年(\d{1,2})月(\d{1,2})日(?:[)）])?$/
const numeralLine =
  /^([二一][〇○零Ｏ九][〇○零Ｏ一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日$/

/** Whether more belongs to the line, such as a list: what follows it, organs and a day too, is part of the text. */
export const leadsOn = (line: string): boolean => /[：:，,、]$/.test(bare(line))

/** The last line that is a day, and the organ above it; nothing where the text leads on to them. */
export function signatureIn(lines: readonly string[], from: number): { organ: string; madeOn: PlainDate | null } {
  const at = lines.findLastIndex((line, index) => index >= from && dayOf(bare(line)) !== null)
  if (at < 0) return { organ: '', madeOn: null }
  const above = bare(lines[at - 1] ?? '')
  const isOrgan = at > from && above.length >= 3 && above.length <= 40 && /^[\p{Script=Han}（）()]+$/u.test(above)
  if (at > from && leadsOn(lines[isOrgan ? at - 2 : at - 1] ?? '')) return { organ: '', madeOn: null }
  return { organ: isOrgan ? above : '', madeOn: dayOf(bare(lines[at] ?? '')) }
}

/** The day that a line without blanks is, in figures or in Chinese numerals; null for any other line. */
export function dayOf(line: string): PlainDate | null {
  const [, year = '', month = '', day = ''] = dateLine.exec(line) ?? fromNumerals(line) ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPlainDate(iso) ? iso : null
}

const digits = '〇一二三四五六七八九'
function fromNumerals(line: string): string[] | undefined {
  const [, year, month, day] = numeralLine.exec(line) ?? []
  if (!year || !month || !day) return undefined
  const ofYear = [...year.replace(/[○零Ｏ]/g, '〇')].map((digit) => digits.indexOf(digit)).join('')
  return [line, ofYear, String(counted(month)), String(counted(day))]
}

/** 十一, 二十四, 三十 */
function counted(numeral: string): number {
  const [tens = '', ones = ''] = numeral.includes('十') ? numeral.split('十') : ['〇', numeral]
  return (tens === '' ? 1 : digits.indexOf(tens)) * 10 + (ones === '' ? 0 : digits.indexOf(ones))
}
