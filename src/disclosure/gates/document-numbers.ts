import type { Content } from '../content.ts'
import type { Finding } from './finding.ts'
import type { Gate } from './gate.ts'
import { passagesOf } from './passages.ts'
import { finding } from './rules.ts'

/** GB/T 9704-2012 7.2.5: 国办发〔2026〕8号: six-cornered brackets, the whole year, neither 第 nor leading noughts. */
const right = /^[\p{Script=Han}A-Za-z]{1,30}〔(?:19|20)\d{2}〕[1-9]\d{0,5}号$/u
/** 令第8号, 公告第3号 or 2026年第3号: these count otherwise. */
const ofOrder = /^[\p{Script=Han}]{0,30}(?:令|公告|通告)?(?:(?:19|20)\d{2}年)?第\d{1,6}号$/u
/** A number in any brackets that people use instead, or with 第 or noughts behind the right ones. */
const anyNumber = /([\p{Script=Han}]{1,12})([[【(（［﹝{〔])((?:19|20)?\d{2})年?([\]】)）］﹞}〕])(第?)(\d{1,6})号/gu

/** Digits in half width; as long as before. */
const halfDigits = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))

/** How it should be written; undefined where that cannot be said. */
function mended(number: string): string | undefined {
  const [whole, code, , year, , , count] = new RegExp(anyNumber.source, 'u').exec(number) ?? []
  if (whole !== number || year?.length !== 4) return undefined
  return `${code}〔${year}〕${Number(count)}号`
}

/** The record's own number. */
export const documentNumberGate: Gate = ({ documentNumber, type }) => {
  const typed = documentNumber.trim()
  // A decision's number stands on a paper that somebody holds; it is cited as it is.
  if (
    typed === '' ||
    right.test(typed) ||
    ofOrder.test(typed) ||
    type === 'licenceDecision' ||
    type === 'penaltyDecision'
  )
    return []
  const better = mended(halfDigits(typed).replace(/\s+/g, ''))
  const why = better
    ? `应为“${better}”`
    : /\d{4}/.test(halfDigits(typed))
      ? '写法如“国办发〔2026〕8号”'
      : '没有年份，写法如“国办发〔2026〕8号”'
  return [finding('documentNumber', 'documentNumber', typed.slice(0, 60), why)]
}

/** Numbers cited in title and text. */
export const quotedNumberGate: Gate = (_content, { passages }) =>
  passages
    .filter(({ place }) => /^(?:title|summary|act|text)/.test(place))
    .flatMap(({ place, text }) =>
      [...halfDigits(text).matchAll(anyNumber)].flatMap((found): Finding[] => {
        const [number, , open, year, close, first, count] = found
        const words = text.slice(found.index, found.index + number.length)
        const isRight =
          words === number && open === '〔' && close === '〕' && year?.length === 4 && !first && !count?.startsWith('0')
        const better = mended(number)
        return isRight ? [] : [finding('quotedNumber', place, words, better && `通常写作“${better}”`)]
      }),
    )

/** A number as it should be written, behind other words. */
const cited = /([\p{Script=Han}A-Za-z]{1,12})(〔(?:19|20)\d{2}〕[1-9]\d{0,5}号)/gu

/** Every number that words before 〔…〕 could make: `根据示统发〔2026〕8号` cites 示统发〔2026〕8号, and nobody sees where it begins. */
export const citedNumbers = (content: Content): string[] => [
  ...new Set(
    passagesOf(content).flatMap(({ text }) => [...text.matchAll(cited)].flatMap(([words]) => beginnings(words))),
  ),
]

const beginnings = (words: string): string[] => {
  const code = words.indexOf('〔')
  return Array.from({ length: Math.max(0, code - 1) }, (_, at) => words.slice(at))
}

/** 国办发〔2016〕80号 names what is not public, though this platform keeps it from the public. */
export const notPublicNumberGate: Gate = ({ documentNumber }, { passages, notPublicNumbers }) =>
  passages
    .filter(({ place }) => place !== 'documentNumber')
    .flatMap(({ place, text }) =>
      [...text.matchAll(cited)].flatMap(([words]) => {
        const number = beginnings(words).find((each) => notPublicNumbers.has(each) && each !== documentNumber.trim())
        return number ? [finding('notPublicNumber', place, number)] : []
      }),
    )

/** Another public record bears the same number. */
export const sameNumberGate: Gate = ({ documentNumber }, { alike }) =>
  alike
    .filter(({ hasSameNumber }) => hasSameNumber)
    .map(({ title, number }) => finding('sameNumber', 'documentNumber', documentNumber, `《${title}》（${number}）`))
