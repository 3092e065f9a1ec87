import type { WordsGate } from './gate.ts'
import { plainOf } from './passages.ts'
import { finding } from './rules.ts'

/** Brackets with nothing in them, lines on which something is to be written, a year that is not there. */
const blank = /〔[ _]*〕|【[ _]*】|\[[ _]+\]|\([ _]+\)|_{2,}|×{2,}年/g
const around = 6

/** Places that are left open, as in a template; what stands in an attached file is often a form. */
export const blankGate: WordsGate = (_content, { passages }) =>
  passages
    .filter(({ place }) => !place.startsWith('attachment:'))
    .flatMap(({ place, text }) => {
      const plain = plainOf(text)
      return [...plain.matchAll(blank)].map(({ 0: { length }, index }) =>
        finding('leftBlank', place, plain.slice(Math.max(0, index - around), index + length + around).trim()),
      )
    })
