/** Formats that show another number than the cell holds: thousands cut off, a point, a digit or a power of ten such as 万 put in, percent, powers, fractions, one that depends on the number. */
const showsOther =
  /[百千万亿%]|!|,+(?:\s*(?:[";]|$))|\\[.\d]|^\s*;|"[^"]*\d[^"]*"|[0#?]\s*E[+-]|[0#?]\s*\/\s*[0-9#?]|\[[<>=]/i

/** Words, colours and gaps of a format, which are no part of its number. */
const besides = /"[^"]*"|\[[^\]]*\]|[\\_*]./g

/**
 * The number that a cell of a workbook shows: the report says what its readers see, so a number whose format gives it fewer
 * decimals than it holds is rounded to them, half up as Excel does, and one shown with 元 keeps that unit. Words that are no
 * figure where the format shows another number altogether. Without a format the number stands as it is held.
 */
export function shownNumber(value: number, format: string | undefined): string {
  const text = String(Number(value.toPrecision(12)))
  if (!format || value === 0) return text
  if (showsOther.test(format)) return `显示格式不同：${text}`
  const section = sectionOf(format, value < 0)
  const decimals = decimalsOf(section)
  return (decimals === undefined ? text : rounded(text, decimals)) + (section.includes('元') ? '元' : '')
}

/** The part of a format that a number is shown by, without its words but 元. */
function sectionOf(format: string, isNegative: boolean): string {
  const [forAll = '', forNegative] = format.replace(besides, (words) => (words.includes('元') ? '元' : '')).split(';')
  return isNegative && forNegative ? forNegative : forAll
}

/** How many decimals it shows; undefined where it sets none, such as General. */
function decimalsOf(section: string): number | undefined {
  if (!/[0#?]/.test(section)) return undefined
  return /\.([0#?]*)/.exec(section)?.[1]?.length ?? 0
}

/** Rounded by its decimal digits, as Excel shows it: 1.005 is 1.01. */
function rounded(text: string, decimals: number): string {
  const digits = text.includes('e') ? Number(text).toFixed(20) : text
  const shifted = Math.round(Number(`${digits.replace('-', '')}e${decimals}`))
  const shown = Number(`${shifted}e-${decimals}`)
  return String(text.startsWith('-') && shown !== 0 ? -shown : shown)
}
