import type { ReviewLevel } from '../review/level.ts'
import type { LetterKind } from './letters/letter.ts'

const ofUnit = (id: ReviewLevel['id']): ReviewLevel => ({ id, role: 'unitHead', ownUnit: true, days: 2, checklist: [] })

/** Who approves an answer, in order, where the organ has set nothing: head of the unit that handles it, head of the work body. */
export const defaultLevels: readonly ReviewLevel[] = [
  ofUnit('firstReview'),
  { id: 'finalReview', role: 'ogiHead', ownUnit: false, days: 2, checklist: [] },
]

/** Who approves a letter on the way to an answer where the organ has set nothing: the head of the unit that handles it. */
export const defaultNoticeLevels: readonly ReviewLevel[] = [ofUnit('finalReview')]

/**
 * The steps of a clerk that send a letter, each with the setting that says who approves it first. To tell a third party that its
 * objection is overruled is to decide on the disclosure: that goes the way of the answer. An extension and a delay are decided
 * by the head of the work body in person.
 */
export const letterLevels = {
  requestSupplement: 'supplementLevels',
  requestReasons: 'reasonsLevels',
  notifyFee: 'feeLevels',
  consult: 'consultationLevels',
  notifyThirdParty: 'approvalLevels',
} as const

/** The setting that says who approves the correction of a letter: whoever approves the letter itself; the head of the work body decides in person on extension and delay. */
export const levelsOfKind: Readonly<Partial<Record<LetterKind, (typeof letterLevels)[keyof typeof letterLevels]>>> = {
  supplementNotice: 'supplementLevels',
  reasonsNotice: 'reasonsLevels',
  feeNotice: 'feeLevels',
  thirdPartyConsultation: 'consultationLevels',
  coOrganConsultation: 'consultationLevels',
  thirdPartyDecision: 'approvalLevels',
  answer: 'approvalLevels',
  noFurtherHandling: 'approvalLevels',
}

/** The steps whose letter is put up for approval and leaves with the last one. */
export const letterSteps = [
  'requestSupplement',
  'requestReasons',
  'notifyFee',
  'consult',
  'notifyThirdParty',
  'correctLetter',
] as const
export type LetterStep = (typeof letterSteps)[number]

export const isLetterStep = (name: string): name is LetterStep => letterSteps.some((step) => step === name)
