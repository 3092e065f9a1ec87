import { undrawnIn } from '../typesetting/drawn.ts'
import type { Letter } from './letters/letter.ts'

/** The signs of a letter that no font at hand draws; none for no letter. */
export const undrawnOf = (letter: Letter | null): string[] =>
  letter === null
    ? []
    : undrawnIn([
        letter.addressee,
        ...letter.paragraphs,
        ...letter.enclosures.map(({ name }) => name),
        letter.organ,
        letter.contact,
      ])

/** 𰻝（U+30EDD） */
export const codeOf = (sign: string): string => `${sign}（U+${sign.codePointAt(0)?.toString(16).toUpperCase()}）`
