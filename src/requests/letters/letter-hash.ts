import { createHash } from 'node:crypto'
import { canonicalHash } from '../../steps/canonical.ts'
import type { Letter } from './letter.ts'

/** What is approved: the whole letter but its number and day, which it gets when it is sent. */
const approved = ({ number: _, madeOn: __, ...letter }: Letter): Omit<Letter, 'number' | 'madeOn'> => letter

/** SHA-256 of the canonical letter, in hex: what an approval binds to. */
export const letterHash = (letter: Letter): string => canonicalHash(approved(letter))

/** As letters were hashed before 0.3: only the outermost keys in order. */
const formerHash = (letter: Letter): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.fromEntries(Object.entries(approved(letter)).sort(([a], [b]) => (a < b ? -1 : 1)))))
    .digest('hex')

/** Whether an approval over this hash, of whatever version, was of this letter. */
export const isHashOf = (hash: string | null | undefined, letter: Letter): boolean =>
  hash === letterHash(letter) || hash === formerHash(letter)
