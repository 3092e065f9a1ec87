import { simplified } from './simplified.ts'

/** Marks at which a sentence or a paragraph ends: no word runs across them. */
const stops = /[。！？!?；;\n\r\t]+/g
/** Signs and spaces that a reader may leave out or write otherwise. */
const signs = /[\p{P}\p{S}\p{Z}\p{C}]+/gu
/** 〔2026〕8号, 〔2026〕第08号, [2026] 8: the number of a document after the year in brackets of any form. */
const bracketed = /[〔[【({]\s*(\d{4})\s*[〕\]】)}]\s*(?:第\s*)?0*(\d{1,6})(?!\d)\s*号?/g
/** 2026年第08号 */
const counted = /(\d{4})\s*年\s*第\s*0*(\d{1,6})\s*号/g

/** Where sentences end in what `fold` gives. */
export const stop = '|'

const oneWidth = (text: string): string => simplified(text.normalize('NFKC').toLowerCase())

/**
 * One writing for what readers take as the same: full and half width, case, traditional characters, brackets, spaces and signs; document numbers
 * without brackets and leading noughts. Sentences are parted by `stop`.
 */
export function fold(text: string): string {
  return oneWidth(text)
    .replace(bracketed, '$1$2号')
    .replace(counted, '$1年第$2号')
    .split(stops)
    .map((sentence) => sentence.replace(signs, ''))
    .filter(Boolean)
    .join(stop)
}

/** The document numbers in a text, by year and count alone, as `fold` writes them: 20268号. */
export const numbersIn = (text: string): string[] => [
  ...new Set([...oneWidth(text).matchAll(bracketed)].map(([, year, count]) => `${year}${count}号`)),
]

/** The same of a title or a number, which is one sentence. */
export const foldLine = (text: string): string => fold(text).replaceAll(stop, '')

export interface Folded {
  readonly text: string
  /** For each character of `text`, where it stands in the original. */
  readonly at: readonly number[]
}

/** As `fold` without its care for document numbers, remembering where each character came from: for marking a hit. */
export function foldWithPlaces(text: string): Folded {
  let folded = ''
  const at: number[] = []
  let place = 0
  for (const character of text) {
    const plain = oneWidth(character).replace(signs, '')
    folded += plain
    for (let each = 0; each < plain.length; each += 1) at.push(place)
    place += character.length
  }
  return { text: folded, at }
}
