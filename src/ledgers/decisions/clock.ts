import type { Calendar } from '../../calendar/calendar.ts'
import { addWorkingDays } from '../../calendar/working-days.ts'
import type { PlainDate } from '../../days/plain-date.ts'
import { type DeadlineId, findDeadline } from '../../law/deadlines.ts'
import type { Decision } from './decision.ts'

function limit(id: DeadlineId, calendar: Calendar, from: PlainDate): PlainDate | null {
  const length = findDeadline(id, from)?.length
  return length?.unit === 'workingDays' ? addWorkingDays(calendar, from, length.count) : null
}

/** 双公示: the last day to publish a licence or penalty of that day, seven working days; null before the rule. */
export const publicityDue = (calendar: Calendar, decidedOn: PlainDate): PlainDate | null =>
  limit('dualPublicity', calendar, decidedOn)

/** 行政处罚法 48: the last day to withdraw a published penalty that was quashed, three working days. */
export const withdrawalDue = (calendar: Calendar, quashedOn: PlainDate): PlainDate | null =>
  limit('penaltyWithdrawal', calendar, quashedOn)

export type DecisionTask = 'publish' | 'withdraw' | null

/** What must still be done with a decision: to publish it, to withdraw it, or nothing. */
export function taskOf({ publicity, publishedOn, quashedOn, withdrawnOn }: Decision): DecisionTask {
  if (quashedOn !== null) return publishedOn !== null && withdrawnOn === null ? 'withdraw' : null
  return publicity === 'due' && publishedOn === null ? 'publish' : null
}

export interface DecisionClock {
  readonly task: DecisionTask
  /** By when the task is due; where there is none, by when it was to be published. */
  readonly dueOn: PlainDate | null
  /** Not done and overdue, or done after its last day. */
  readonly isLate: boolean
}

/** How a decision stands with its clock on `today`. */
export function clockOf(calendar: Calendar, decision: Decision, today: PlainDate): DecisionClock {
  const task = taskOf(decision)
  if (task === 'withdraw' && decision.quashedOn) {
    const dueOn = withdrawalDue(calendar, decision.quashedOn)
    return { task, dueOn, isLate: dueOn !== null && dueOn < today }
  }
  const isWatched = decision.publicity === 'due' || decision.publishedOn !== null
  const dueOn = isWatched && decision.kind !== 'compulsion' ? publicityDue(calendar, decision.decidedOn) : null
  const doneOn = task === 'publish' ? today : decision.publishedOn
  return { task, dueOn, isLate: dueOn !== null && doneOn !== null && dueOn < doneOn }
}
