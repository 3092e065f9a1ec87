import type { PlainDate } from '../../days/plain-date.ts'
import { homesIn, withoutHouse } from './homes.ts'
import { identityNumberGate } from './identity-numbers.ts'
import { masked } from './masked.ts'
import { minorGate } from './minors.ts'
import type { Passage } from './passages.ts'
import { bankCardGate, phoneGate } from './phones-and-cards.ts'

/** Something about a person that stands in a text. */
export interface PersonalDatum {
  /** The gate that stops it in a publication. */
  readonly gate: string
  readonly place: string
  /** As it is written: not to be shown. */
  readonly words: string
  /** The same for showing, its numbers and the child's name covered. */
  readonly shown: string
}

const withoutChild = (words: string): string =>
  words.includes('岁') ? words.replace(/^(\p{Script=Han})[\p{Script=Han}·]+/u, '$1**') : words

/** What the gates see of persons in words that are no publication, by the same rules. */
export const personalDataIn = (passages: readonly Passage[], today: PlainDate): PersonalDatum[] => [
  ...[identityNumberGate, phoneGate, bankCardGate, minorGate]
    .flatMap((gate) => gate(undefined, { passages, today }))
    .map(({ gate, place, excerpt }) => ({ gate, place, words: excerpt, shown: withoutChild(masked(excerpt)) })),
  ...passages.flatMap(({ place, text }) =>
    homesIn(text).map((words) => ({ gate: 'homeAddress', place, words, shown: withoutHouse(words) })),
  ),
]
