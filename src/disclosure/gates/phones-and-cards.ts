import type { Finding } from './finding.ts'
import type { WordsGate } from './gate.ts'
import { identityNumbersIn } from './identity-numbers.ts'
import { before, gap, type Passage, plainOf } from './passages.ts'
import { finding } from './rules.ts'

const mobile = new RegExp(
  `(?<![0-9A-Za-z.])(?:\\+?86[- ]?)?1[3-9]\\d${gap}?\\d{4}${gap}?\\d{4}(?![0-9A-Za-z]|\\.\\d| ?(?:元|万|吨|亩|平方米|立方米))`,
  'g',
)
/** 一三八零零…: a number written out; digits may stand between. */
const writtenOut =
  /(?<![0-9〇零○一二三四五六七八九幺])(?=[0-9]{0,10}[〇零○一二三四五六七八九幺])[1一幺][ -]?(?:[0-9〇零○一二三四五六七八九幺][ -]?){10}(?![0-9〇零○一二三四五六七八九十百千万幺])/g
const written = '零一二三四五六七八九'
const digitOf = (sign: string): string => {
  const digit = written.indexOf(sign.replace(/[〇○]/, '零').replace('幺', '一'))
  return digit < 0 ? sign : String(digit)
}
const inDigits = (words: string): string => [...words].map(digitOf).join('').replace(/[ -]/g, '')
const landline = /(?<![0-9A-Za-z-])(?:\(0\d{2,3}\) ?|0\d{2,3}[- ])\d{7,8}(?![0-9A-Za-z])/g
const forTheOffice = /(?:联系|咨询|监督|举报|服务|投诉|值班|办公|受理|报名|预约)(?:电话|方式)|热线|传真/

/** Telephones: of persons, or of an office that says so. A landline with its use stands in every notice and is no finding. */
export const phoneGate: WordsGate = (_content, { passages }) => passages.flatMap(phonesIn)

function phonesIn({ place, text }: Passage): Finding[] {
  const plain = plainOf(text)
  const isForOffice = (at: number) => forTheOffice.test(before(plain, at, 24))
  return [
    ...[...plain.matchAll(mobile)].map(({ 0: number, index }) =>
      finding(isForOffice(index) ? 'officePhone' : 'mobilePhone', place, number),
    ),
    ...[...plain.matchAll(writtenOut)]
      .filter(([words]) => /^1[3-9]\d{9}$/.test(inDigits(words)))
      .map(({ 0: words, index }) =>
        finding(isForOffice(index) ? 'officePhone' : 'mobilePhone', place, inDigits(words)),
      ),
    ...[...plain.matchAll(landline)]
      .filter(({ index }) => !isForOffice(index) && !/电话|联系/.test(before(plain, index, 12)))
      .map(([number]) => finding('officePhone', place, number)),
  ]
}

const card = /(?<![0-9A-Za-z.])[3-69]\d{3}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![0-9A-Za-z]|\.\d)/g
/** 银联 62, Visa 4, Mastercard 51–55, JCB 35, older cards of ICBC and ABC. */
const issuer = /^(?:62|4|5[1-5]|35|9558|9559)/
const lengths: readonly number[] = [16, 17, 19]

/** ISO/IEC 7812-1: the check digit of card numbers. */
function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place])
    const doubled = digit * 2
    sum += place % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** Bank cards; the 18 characters of credit codes and identity numbers are none. */
export const bankCardGate: WordsGate = (_content, { passages }) =>
  passages.flatMap(({ place, text }) => {
    const plain = plainOf(text)
    const persons = new Set(identityNumbersIn(plain).map(({ at }) => at))
    return [...plain.matchAll(card)].flatMap(({ 0: number, index }) => {
      const digits = number.replace(/[ -]/g, '')
      const isCard = lengths.includes(digits.length) && issuer.test(digits) && passesLuhn(digits)
      return isCard && !persons.has(index) ? [finding('bankCard', place, number)] : []
    })
  })
