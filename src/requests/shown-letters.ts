import type { CaseView } from './case-view.ts'
import { type LetterChange, letterKinds } from './letters/letter.ts'
import { maskConsulted } from './masked.ts'
import type { LetterSeal } from './store/letter-seals.ts'
import type { KeptLetter } from './store/letters.ts'

/** The letters that have left, each with what it corrects and what has corrected it; names of persons masked. */
export const shownLetters = (letters: readonly KeptLetter[], seals: readonly LetterSeal[]): CaseView['letters'] =>
  letters.map(({ seq, kind, number, issuedOn, letter: { title, correction } }) => ({
    seq,
    kind,
    number,
    issuedOn,
    label: title || (letterKinds.find(({ id }) => id === kind)?.label ?? kind),
    corrects: correction
      ? {
          seq: correction.of,
          number: letters.find((each) => each.seq === correction.of)?.number ?? '',
          changes: correction.changes.map(shownChange),
        }
      : null,
    seal: shownSeal(seals.find((each) => each.seq === seq)),
    correctedBy: letters
      .filter((each) => each.letter.correction?.of === seq)
      .map((each) => ({ seq: each.seq, number: each.number, issuedOn: each.issuedOn })),
  }))

const shownSeal = (seal: LetterSeal | undefined): CaseView['letters'][number]['seal'] =>
  seal ? { kind: seal.kind, on: seal.sealedOn, byName: seal.byName } : null

function shownChange({ where, from, to }: LetterChange): { readonly from: string; readonly to: string } {
  if (where === 'addressee') return { from: `抬头${maskConsulted(from)}`, to: maskConsulted(to) }
  return { from, to: to || '（删去）' }
}
