const digits = '零一二三四五六七八九'
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** A whole number in Arabic or Chinese figures below ten thousand: 21, 1,334, 十二, 两百零五. Undefined for anything else. */
export function wholeNumber(text: string): number | undefined {
  if (/^\d{1,3}(,\d{3}){1,3}$|^\d{1,9}$/.test(text)) return Number(text.replaceAll(',', ''))
  let sum = 0
  let digit: number | undefined
  for (const character of text.replace('两', '二').replace('〇', '零')) {
    const place = places[character]
    if (place === undefined) {
      digit = digits.indexOf(character)
      if (digit < 0) return undefined
    } else {
      sum += (digit || 1) * place
      digit = 0
    }
  }
  return text === '' ? undefined : sum + (digit ?? 0)
}

/** A number that states an exact count: not 近, 约, 余, 多, 万, and not a share or a rank. */
export const numberPattern = '(?<![近约超逾第每达\\d.])(\\d{1,9}|[一二三四五六七八九十百千两零〇]{1,7})'
export const unitPattern = '(?:件次|件|宗|条|例|起|份|个|项|部)(?![以之]上|左右|多|余|次)'
