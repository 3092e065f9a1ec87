import { stop } from './fold.ts'

/** A key of the index holds no more. */
const longestKey = 200

/** Pairs of neighbouring characters: the shortest words that most Chinese words are. */
export const pairsOf = (folded: string): string[] =>
  folded.split(stop).flatMap((run) => {
    const characters = [...run]
    return characters.slice(1).map((character, before) => `${characters[before]}${character}`)
  })

/** Kinds of tokens beside bare pairs, by their first character, which no folded text has. */
export const token = {
  /** Two syllables of a title in a row. */
  sound: (syllables: string) => `%${syllables}`,
  /** Initials of a title in a row. */
  initials: (letters: string) => `&${letters}`,
  inTitle: (part: string) => `~${part}`,
  exact: (key: string) => `=${[...key].slice(0, longestKey).join('')}`,
  /** A document number that is named: one token instead of ten common pairs. */
  number: (number: string) => `№${number}`,
  organ: (id: number) => `@${id}`,
  column: (id: string) => `/${id}`,
  type: (id: string) => `:${id}`,
  year: (year: number) => `^${year}`,
  fact: (fact: 'document' | 'repealed' | 'ends' | 'starts') => `!${fact}`,
}
