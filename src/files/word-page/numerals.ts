const digits = '〇一二三四五六七八九'
const counting =
  /^(?:chineseCounting(?:Thousand)?|japaneseCounting|taiwaneseCounting(?:Thousand)?|koreanCounting|ideographDigital|japaneseDigitalTenThousand|taiwaneseDigital|koreanDigital2?)$/
const legal: Readonly<Record<string, string>> = {
  chineseLegalSimplified: '零壹贰叁肆伍陆柒捌玖拾佰仟萬',
  ideographLegalTraditional: '零壹貳參肆伍陸柒捌玖拾佰仟萬',
  japaneseLegal: '零壱弐参四伍六七八九拾百阡萬',
}
/** Signs in a row from a code point on, and how many there are. */
const rows: Readonly<Record<string, readonly [number, number]>> = {
  decimalEnclosedCircle: [0x2460, 20],
  decimalEnclosedCircleChinese: [0x2460, 20],
  decimalEnclosedParen: [0x2474, 20],
  decimalEnclosedFullstop: [0x2488, 20],
  ideographEnclosedCircle: [0x3280, 10],
}
const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'
const romans = Object.entries({
  M: 1000,
  CM: 900,
  D: 500,
  CD: 400,
  C: 100,
  XC: 90,
  L: 50,
  XL: 40,
  X: 10,
  IX: 9,
  V: 5,
  IV: 4,
  I: 1,
})
const ofDigits = /^(?:ideographDigital|japaneseDigitalTenThousand|taiwaneseDigital|koreanDigital2?)$/

/** Forms that are printed as Word prints them; every other one is printed as 1, 2, 3. */
export const isKnownFormat = (format: string): boolean => numeral(1, format) !== undefined

/** 1 as 一, ①, 甲, A, i, 01 or 1 (ECMA-376 17.18.59); undefined for a form that is not known. `custom 001`: as wide as that. */
export function numeral(count: number, format: string): string | undefined {
  if (format === 'decimal' || format === 'decimalHalfWidth') return String(count)
  if (format === 'none' || format === 'bullet') return ''
  if (format === 'decimalZero') return String(count).padStart(2, '0')
  if (/^custom 0*1$/.test(format)) return String(count).padStart(format.length - 7, '0')
  if (format === 'numberInDash') return `- ${count} -`
  if (/^decimalFullWidth2?$/.test(format))
    return String(count).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
  if (ofDigits.test(format)) return String(count).replace(/\d/g, (digit) => digits.charAt(Number(digit)))
  if (counting.test(format)) return chineseNumeral(count)
  const formal = legal[format]
  if (formal) return legalNumeral(count, formal)
  if (/^(?:upper|lower)Roman$/.test(format)) return cased(romanNumeral(count), format)
  if (/^(?:upper|lower)Letter$/.test(format)) return cased(letters(count), format)
  if (format === 'ordinal') return `${count}${ordinalEnding(count)}`
  const [first = 0, last = 0] = rows[format] ?? []
  if (last > 0) return count >= 1 && count <= last ? String.fromCodePoint(first + count - 1) : String(count)
  if (format === 'ideographTraditional') return stems.charAt(count - 1) || String(count)
  if (format === 'ideographZodiac') return branches.charAt(count - 1) || String(count)
  if (format === 'ideographZodiacTraditional')
    return count < 1 ? String(count) : stems.charAt((count - 1) % 10) + branches.charAt((count - 1) % 12)
  return undefined
}

const cased = (words: string, format: string): string => (format.startsWith('lower') ? words.toLowerCase() : words)

/** A … Z, AA, BB … as Word goes on. */
const letters = (count: number): string =>
  count < 1 || count > 780 ? String(count) : String.fromCharCode(65 + ((count - 1) % 26)).repeat(Math.ceil(count / 26))

function romanNumeral(count: number): string {
  if (count < 1 || count > 3999) return String(count)
  let left = count
  let written = ''
  for (const [sign, value] of romans)
    while (left >= value) {
      written += sign
      left -= value
    }
  return written
}

const ordinalEnding = (count: number): string =>
  Math.floor(count / 10) % 10 === 1 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th')

/** 一 … 九十九, 一百零一, 一千零一; lists are not longer. */
function chineseNumeral(count: number): string {
  if (count < 0 || count > 9999) return String(count)
  if (count < 10) return digits.charAt(count)
  const written = withUnits(count, '零一二三四五六七八九', '十百千')
  return count < 20 ? written.replace(/^一/, '') : written
}

const legalNumeral = (count: number, signs: string): string =>
  count < 1 || count > 9999 ? String(count) : withUnits(count, signs.slice(0, 10), signs.slice(10))

/** 一百零一: a unit behind each digit, one nought for any number of them within, none at the end. */
function withUnits(count: number, signs: string, units: string): string {
  const places = [...String(count)].map(Number)
  return places
    .map((digit, at) => {
      const unit = places.length - 1 - at
      const isOwed = digit === 0 && places.slice(at + 1).some((later) => later !== 0) && places[at - 1] !== 0
      if (digit === 0) return isOwed ? signs.charAt(0) : ''
      return signs.charAt(digit) + (unit > 0 ? units.charAt(unit - 1) : '')
    })
    .join('')
}
