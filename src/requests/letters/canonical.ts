import { createHash } from 'node:crypto'
import type { Letter } from './letter.ts'

/** What is approved: the whole letter but its number and day, which it gets when it is sent. */
export const canonicalLetter = ({ number: _, madeOn: __, ...letter }: Letter): string =>
  JSON.stringify(Object.fromEntries(Object.entries(letter).sort(([a], [b]) => (a < b ? -1 : 1))))

/** SHA-256 of the canonical letter, in hex: what an approval binds to. */
export const letterHash = (letter: Letter): string => createHash('sha256').update(canonicalLetter(letter)).digest('hex')
