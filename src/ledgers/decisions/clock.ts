import type { Calendar } from '../../calendar/calendar.ts'
import { addWorkingDays } from '../../calendar/working-days.ts'
import { isPlainDate, type PlainDate } from '../../days/plain-date.ts'
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

/** 公示截止期: the last day on which it is to stand in public, once that day is over; null else. */
export function ranOutOn({ facts: { shownUntil } }: Pick<Decision, 'facts'>, today: PlainDate): PlainDate | null {
  return shownUntil !== undefined && isPlainDate(shownUntil) && shownUntil < today ? shownUntil : null
}

/** Whether it is to stand in public no longer: it was quashed, or its time there is over. */
export const isOver = (decision: Pick<Decision, 'quashedOn' | 'facts'>, today: PlainDate): boolean =>
  decision.quashedOn !== null || ranOutOn(decision, today) !== null

type Tasked = Pick<Decision, 'publicity' | 'publishedOn' | 'quashedOn' | 'withdrawnOn' | 'facts'>

/** What must still be done with a decision on the day: to publish it, to withdraw it, or nothing. */
export function taskOf(decision: Tasked, today: PlainDate): DecisionTask {
  const { publicity, publishedOn, withdrawnOn } = decision
  if (publishedOn !== null) return isOver(decision, today) && withdrawnOn === null ? 'withdraw' : null
  return publicity === 'due' && !isOver(decision, today) ? 'publish' : null
}

/** By when it is taken down whose last day in public is this: the first working day after it. */
export const goneAfter = (calendar: Calendar, last: PlainDate): PlainDate => addWorkingDays(calendar, last, 1)

/** By when it must be gone from public view. */
function goneBy(calendar: Calendar, decision: Decision, today: PlainDate): PlainDate | null {
  if (decision.quashedOn !== null) return withdrawalDue(calendar, decision.quashedOn)
  const last = ranOutOn(decision, today)
  return last && goneAfter(calendar, last)
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
  const task = taskOf(decision, today)
  if (task === 'withdraw') {
    const dueOn = goneBy(calendar, decision, today)
    return { task, dueOn, isLate: dueOn !== null && dueOn < today }
  }
  const isWatched = decision.publicity === 'due' || decision.publishedOn !== null
  const dueOn = isWatched && decision.kind !== 'compulsion' ? publicityDue(calendar, decision.decidedOn) : null
  // What was never published stays late, also when its time in public is over.
  const isMissed = decision.publicity === 'due' && decision.quashedOn === null
  const doneOn = decision.publishedOn ?? (isMissed ? today : null)
  return { task, dueOn, isLate: dueOn !== null && doneOn !== null && dueOn < doneOn }
}
