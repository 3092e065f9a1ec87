import { type Role, roleLabel } from '../organs/role.ts'
import { type Refusal, refusals } from '../refusal.ts'
import { isLetterStep } from './approval-levels.ts'
import type { WaitingLetter } from './fold-letters.ts'
import type { RequestHistory } from './history.ts'
import type { StepMatter } from './steps.ts'

const letterTurn = (letter: WaitingLetter): Role | undefined => letter.levels[letter.approvals.length]

/** Why this person may not approve this letter now, or undefined if they may. */
export function whyNotLetter(letter: WaitingLetter, { actor }: Pick<StepMatter, 'actor'>): Refusal | undefined {
  const role = letterTurn(letter)
  if (role && !actor.roles.includes(role)) return refusals.notYourLevel(roleLabel(role))
  if (letter.by.id === actor.id) return refusals.ownLetter()
  return letter.approvals.some(({ by }) => by.id === actor.id) ? refusals.approvedAlready() : undefined
}

/** Why there is no letter that this person may approve now, or undefined if there is one. */
export const letterNotInTurn = (matter: StepMatter): Refusal | undefined => {
  const { waiting } = matter.history
  const shut = waiting.map((letter) => whyNotLetter(letter, matter))
  return waiting.length === 0 ? refusals.noLetterWaiting() : shut.includes(undefined) ? undefined : shut[0]
}

/** Of these one at a time; others may be consulted side by side. */
export const waitsFor = ({ history }: Pick<StepMatter, 'history'>, step: string): boolean =>
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
export const isLast = ({ levels, approvals }: WaitingLetter): boolean => approvals.length + 1 >= levels.length
