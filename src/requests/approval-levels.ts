import type { Role } from '../organs/role.ts'

/** Who approves an answer, in order, where the organ has set nothing: head of the unit, head of the work body. */
export const defaultLevels: readonly Role[] = ['unitHead', 'ogiHead']

/** Who approves a letter on the way to an answer where the organ has set nothing: the head of the unit. */
export const defaultNoticeLevels: readonly Role[] = ['unitHead']

/**
 * The steps of a clerk that send a letter, each with the setting that says who approves it first. To tell a third party that its
 * objection is overruled is to decide on the disclosure: that goes the way of the answer. An extension and a delay are decided
 * by the head of the work body in person.
 */
export const letterLevels = {
  requestSupplement: 'supplementLevels',
  requestReasons: 'reasonsLevels',
  consult: 'consultationLevels',
  notifyThirdParty: 'approvalLevels',
} as const
export type LetterStep = keyof typeof letterLevels

export const isLetterStep = (name: string): name is LetterStep => Object.hasOwn(letterLevels, name)
export const letterSteps = ['requestSupplement', 'requestReasons', 'consult', 'notifyThirdParty'] as const
