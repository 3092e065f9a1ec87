const numerals = '〇一二三四五六七八九'
/** Signs that stand for one of them: those of cheques, and rounds that are typed for 〇. */
const alike = new Map(
  [
    ['〇', '零○◯OoОоΟο0'],
    ['一', '壹'],
    ['二', '贰'],
    ['三', '叁'],
    ['四', '肆'],
    ['五', '伍'],
    ['六', '陆'],
    ['七', '柒'],
    ['八', '捌'],
    ['九', '玖'],
    ['十', '拾'],
  ].flatMap(([plain = '', others = '']) => [...others].map((sign) => [sign, plain] as const)),
)
const plainNumeral = (sign: string): string => alike.get(sign) ?? sign
const digitOf = (sign: string): number => numerals.indexOf(sign)

/** A year, sign by sign: 二〇二六, 二○二六, 二0二六, 贰零贰陆; undefined for what is none. */
function yearFigures(text: string): string | undefined {
  const digits = [...text].map(plainNumeral).map(digitOf)
  return digits.includes(-1) ? undefined : digits.join('')
}

/** Of a month or a day: 二十一 → 21, 十 → 10, 三 → 3, 廿一 → 21; undefined for what is none, such as 初五. */
function smallFigures(text: string): string | undefined {
  const plain = [...text.replace('廿', '二十').replace('卅', '三十')].map(plainNumeral).join('')
  const parts = /^〇?([一二三]?)(十?)([一二三四五六七八九]?)$/.exec(plain)
  if (!parts) return undefined
  const [, tens = '', ten = '', ones = ''] = parts
  if (ten === '') return (tens !== '') === (ones !== '') ? undefined : String(digitOf(tens || ones))
  return String((tens ? digitOf(tens) : 1) * 10 + (ones ? digitOf(ones) : 0))
}

const figuresOr = (text: string, read: (text: string) => string | undefined): string | undefined =>
  /^\d{1,4}$/.test(text) ? text : read(text)

/**
 * A day in which some or all is written in Chinese numerals, in figures: 二〇二六年三月五日 → 2026年3月5日, 2026年元月5日 → 2026年1月5日. A day
 * of the month that no 日 ends may go on, and is left out. Anything else stays as it is, lunar months too.
 */
export function inFigures(text: string): string {
  const parts = /^([^年]{1,6})年(?:([^月]{1,4})月(?:([^日号]{1,4})([日号])?)?)?$/u.exec(text)
  if (!parts) return text
  const [, writtenYear = '', writtenMonth, writtenDay, end] = parts
  const year = figuresOr(writtenYear, yearFigures)
  if (year === undefined) return text
  if (writtenMonth === undefined) return `${year}年`
  const month = writtenMonth === '元' ? '1' : figuresOr(writtenMonth, smallFigures)
  if (month === undefined) return text
  if (writtenDay === undefined) return `${year}年${month}月`
  const day = figuresOr(writtenDay, smallFigures)
  if (day === undefined) return text
  return end === undefined && day !== writtenDay ? `${year}年${month}月` : `${year}年${month}月${day}${end ?? ''}`
}
