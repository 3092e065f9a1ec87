import { isPlainDate, type PlainDate } from '../../days/plain-date.ts'
import { identityCheckCharacter } from '../../law/identity-number.ts'
import type { WordsGate } from './gate.ts'
import { before, gap, type Passage, plainOf } from './passages.ts'
import { finding } from './rules.ts'

/** GB/T 2260: provinces; 91: foreigners with permanent residence. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
)
/** Also between letters, as in ID230…, and with dashes and points between. */
const number = `(?<!\\d)[1-9](?:${gap}{0,2}\\d){16}${gap}{0,2}[\\dXx]`
const eighteen = new RegExp(`${number}(?!\\d)`, 'g')
/** 残疾人证: the identity number, kind and grade of the disability, B and a count for a new card. */
const disabilityCard = new RegExp(`${number}(?=[1-7][1-4](?:[Bb]\\d)?(?![0-9A-Za-z]))`, 'g')
const longer = /(?<![0-9A-Za-z])[1-9]\d{16}[\dXx](?=\d{1,8}(?![0-9A-Za-z]))/g
/** Open at its head, and at its end or not; what covers the rest is not always as long as what it covers. One X at the end covers nothing. */
const halfMasked =
  /(?<![0-9A-Za-z*×●○■□#])([1-9]\d{5,16})(?![xX](?![0-9xX*×●○■□#]))([*×●○■□#xX]{1,10})(\d{0,9}[\dXx])?(?![0-9A-Za-z*×●○■□#])/g
const mostOpen = 11
const fifteen = /(?<![0-9A-Za-z.])[1-8]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![0-9A-Za-z.])/g
const ofPerson = /身份证|残疾人?证|身份号码|证件号/
const ofOrgan = /信用代码|机构代码|注册号/

/** GB 11643-1999: 18-digit numbers with a possible birthday and the right check digit, however they are spaced out. */
export function identityNumbersIn(text: string): { number: string; birthday: PlainDate; at: number }[] {
  return [...text.matchAll(eighteen), ...text.matchAll(disabilityCard)].flatMap(({ 0: written, index }) => {
    const birthday = rightBirthday(written)
    return !birthday || ofOrgan.test(before(text, index, 14)) ? [] : [{ number: written, birthday, at: index }]
  })
}

/** The birthday in a number whose check character is right. */
function rightBirthday(written: string): PlainDate | undefined {
  const digits = written.replace(/[^\dXx]/g, '').toUpperCase()
  return identityCheckCharacter(digits) === digits[17] ? birthdayOf(digits) : undefined
}

/** Numbers with most of their digits open: the birthday can be read in them. */
const thinlyMasked = (text: string): string[] =>
  [...text.matchAll(halfMasked)].flatMap(([written, head = '', cover = '', tail = '']) => {
    const length = head.length + cover.length + tail.length
    const isNumber = length >= 16 && length <= 19 && provinces.has(head.slice(0, 2))
    const isBorn = /^(?:19|20)?/.exec(head.slice(6))?.[0].length === Math.min(2, head.length - 6)
    return isNumber && isBorn && head.length + tail.length > mostOpen ? [written] : []
  })

function birthdayOf(number: string): PlainDate | undefined {
  const day = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  return provinces.has(number.slice(0, 2)) && day > '1880' && day < '2100' && isPlainDate(day) ? day : undefined
}

const isBornBy = (today: PlainDate, number: string): boolean => {
  const birthday = rightBirthday(number)
  return birthday !== undefined && birthday <= today
}

/** Identity numbers in everything that is to be public. */
export const identityNumberGate: WordsGate = (_content, { passages, today }) =>
  passages.flatMap((passage) => findingsIn(passage, today))

function findingsIn({ place, text }: Passage, today: PlainDate) {
  const plain = plainOf(text)
  const right = identityNumbersIn(plain)
  const known = new Set(right.map(({ at }) => at))
  const labelled = (at: number) => ofPerson.test(before(plain, at, 16))
  const wrong = [...plain.matchAll(eighteen), ...plain.matchAll(disabilityCard)].filter(
    ({ index }) => !known.has(index) && labelled(index),
  )
  const inside = [...plain.matchAll(longer)].filter(
    ({ 0: number, index }) => !known.has(index) && isBornBy(today, number) && !ofOrgan.test(before(plain, index, 14)),
  )
  const old = [...plain.matchAll(fifteen)].filter(([number]) => provinces.has(number.slice(0, 2)))
  const adult = `${Number(today.slice(0, 4)) - 18}${today.slice(4)}`
  return [
    ...right.map(({ number }) => finding('identityNumber', place, number)),
    ...right.filter(({ birthday }) => birthday > adult).map(({ number }) => finding('minor', place, number)),
    ...wrong.map(([number]) => finding('identityNumberUnsure', place, number)),
    ...inside.map(([number]) => finding('identityNumberInside', place, number)),
    ...thinlyMasked(plain).map((number) => finding('identityNumberThinlyMasked', place, number)),
    ...old.map(({ 0: number, index }) =>
      finding(labelled(index) ? 'identityNumberUnsure' : 'oldIdentityNumber', place, number),
    ),
  ]
}
