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
/** Also behind letters, as in ID230…, and with dashes and points between. */
const eighteen = new RegExp(`(?<!\\d)[1-9](?:${gap}{0,2}\\d){16}${gap}{0,2}[\\dXx](?![0-9A-Za-z])`, 'g')
const fifteen = /(?<![0-9A-Za-z.])[1-8]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![0-9A-Za-z.])/g
const ofPerson = /身份证|身份号码|证件号/
const ofOrgan = /信用代码|机构代码|注册号/

/** GB 11643-1999: 18-digit numbers with a possible birthday and the right check digit, however they are spaced out. */
export function identityNumbersIn(text: string): { number: string; birthday: PlainDate; at: number }[] {
  return [...text.matchAll(eighteen)].flatMap(({ 0: written, index }) => {
    const number = written.replace(/[^\dXx]/g, '').toUpperCase()
    const birthday = birthdayOf(number)
    if (!birthday || identityCheckCharacter(number) !== number[17]) return []
    return ofOrgan.test(before(text, index, 14)) ? [] : [{ number: written, birthday, at: index }]
  })
}

function birthdayOf(number: string): PlainDate | undefined {
  const day = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  return provinces.has(number.slice(0, 2)) && day > '1880' && day < '2100' && isPlainDate(day) ? day : undefined
}

/** Identity numbers in everything that is to be public. */
export const identityNumberGate: WordsGate = (_content, { passages, today }) =>
  passages.flatMap((passage) => findingsIn(passage, today))

function findingsIn({ place, text }: Passage, today: PlainDate) {
  const plain = plainOf(text)
  const right = identityNumbersIn(plain)
  const known = new Set(right.map(({ at }) => at))
  const labelled = (at: number) => ofPerson.test(before(plain, at, 16))
  const wrong = [...plain.matchAll(eighteen)].filter(({ index }) => !known.has(index) && labelled(index))
  const old = [...plain.matchAll(fifteen)].filter(([number]) => provinces.has(number.slice(0, 2)))
  const adult = `${Number(today.slice(0, 4)) - 18}${today.slice(4)}`
  return [
    ...right.map(({ number }) => finding('identityNumber', place, number)),
    ...right.filter(({ birthday }) => birthday > adult).map(({ number }) => finding('minor', place, number)),
    ...wrong.map(([number]) => finding('identityNumberUnsure', place, number)),
    ...old.map(({ 0: number, index }) =>
      finding(labelled(index) ? 'identityNumberUnsure' : 'oldIdentityNumber', place, number),
    ),
  ]
}
