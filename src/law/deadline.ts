import type { ArticleId } from './articles.ts'
import type { Confidence, InForce } from './in-force.ts'
import type { OpenQuestionId } from './open-questions.ts'

/**
 * How long. Working days follow the official calendar; the trigger day is never counted (民诉法 85).
 * `setInNotice`: the organ sets a reasonable time in its letter. `yearly`: a date of each year, MM-DD, not moved by rest days.
 */
export type DeadlineLength =
  | { readonly unit: 'workingDays' | 'calendarDays' | 'months'; readonly count: number }
  | { readonly unit: 'sameDay' | 'setInNotice' | 'withinAnswerPeriod' }
  | { readonly unit: 'yearly'; readonly date: string }

export type DeadlineTrigger =
  | 'requestReceived'
  | 'supplementReceived'
  | 'supplementNoticeServed'
  | 'reasonsNoticeServed'
  | 'consultationServed'
  | 'delayDecided'
  | 'feeNoticeServed'
  | 'feePaid'
  | 'mailArrived'
  | 'answerPeriodEnded'
  | 'informationFormed'
  | 'budgetApproved'
  | 'decisionMade'
  | 'penaltyQuashed'
  | 'procurementDetermined'
  | 'contractSigned'
  | 'actKnown'
  | 'reviewDecisionReceived'
  | 'reviewCopyReceived'
  | 'suitCopyReceived'
  | 'judgmentServed'
  | 'appealCopyReceived'
  | 'opinionReceived'
  | 'yearEnded'
  | 'serviceNoticePublished'

/** What follows when it lapses. */
export type DeadlineExpiry =
  | 'overdue'
  | 'dutyBreached'
  | 'deemedWithdrawn'
  | 'deemedAbandoned'
  | 'organDecides'
  | 'deemedConsent'
  | 'reasonsMissing'
  | 'cannotCharge'
  | 'timeBarred'
  | 'deemedWithoutEvidence'
  | 'deemedServed'

export interface Deadline extends InForce {
  readonly id: string
  readonly label: string
  readonly trigger: DeadlineTrigger
  readonly length: DeadlineLength
  /** Time for consulting third parties and other organs is not counted (条例 33 III). */
  readonly pausable: boolean
  readonly onExpiry: DeadlineExpiry
  readonly article: ArticleId
  readonly confidence: Confidence
  /** Years after which it is too late: when the remedy was not told, and in any case. */
  readonly caps?: { readonly notTold: number; readonly absolute: number }
  /** Where the law leaves a choice to the office. */
  readonly setting?: OpenQuestionId
}

export const workingDays = (count: number) => ({ unit: 'workingDays', count }) as const
export const calendarDays = (count: number) => ({ unit: 'calendarDays', count }) as const
export const months = (count: number) => ({ unit: 'months', count }) as const
