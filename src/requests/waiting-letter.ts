import { type Refusal, refusals } from '../refusal.ts'
import { isLastTurn, whyNotSign } from '../review/chain.ts'
import { isLetterStep } from './approval-levels.ts'
import { chainOfLetter, type WaitingLetter } from './fold-letters.ts'
import type { RequestHistory } from './history.ts'
import { type Acting, signerOf, whyNotReturn } from './signer.ts'

interface Lettered {
  readonly history: RequestHistory
}

/** Why this person may not approve this letter now, or undefined if they may. */
export const whyNotLetter = (letter: WaitingLetter, acting: Acting): Refusal | undefined =>
  whyNotSign(chainOfLetter(letter), signerOf(acting), { own: refusals.ownLetter, signed: refusals.approvedAlready })

/** Why this person may not send this letter back, or undefined if they may. */
export const whyNotReturnLetter = (letter: WaitingLetter, acting: Acting): Refusal | undefined =>
  whyNotReturn(chainOfLetter(letter), acting)

type WhyNot = (letter: WaitingLetter, acting: Acting) => Refusal | undefined

/** Why there is no letter for which this is open, or undefined if there is one. */
const unlessAny =
  (whyNot: WhyNot) =>
  (matter: Acting & Lettered): Refusal | undefined => {
    const { waiting } = matter.history
    const shut = waiting.map((letter) => whyNot(letter, matter))
    return waiting.length === 0 ? refusals.noLetterWaiting() : shut.includes(undefined) ? undefined : shut[0]
  }

/** Why there is no letter that this person may approve now, or undefined if there is one. */
export const letterNotInTurn = unlessAny(whyNotLetter)
/** The same for sending one back. */
export const noLetterToReturn = unlessAny(whyNotReturnLetter)

/** Of these one at a time; others may be consulted side by side. */
export const waitsFor = ({ history }: Lettered, step: string): boolean =>
  isLetterStep(step) && step !== 'consult' && history.waiting.some((letter) => letter.step === step)

/** Whether a letter on the way to the answer is up; a correction of what has left holds nothing up. */
export const answerWaits = ({ waiting }: Pick<RequestHistory, 'waiting'>): boolean =>
  waiting.some(({ step }) => step !== 'correctLetter')

/** The letter that is up for approval, as whoever approves it has seen it. */
export function letterUp({ waiting }: Pick<RequestHistory, 'waiting'>, draft: number, hash: string): WaitingLetter {
  const found = waiting.find(({ seq }) => seq === draft)
  if (!found) throw refusals.noLetterWaiting()
  if (found.hash !== hash) throw refusals.hashChanged()
  return found
}

/** Whether the next approval is the last one. */
export const isLast = (letter: WaitingLetter): boolean => isLastTurn(chainOfLetter(letter))
