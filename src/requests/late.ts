import type { Calendar } from '../calendar/calendar.ts'
import { earlierOf, type PlainDate } from '../days/plain-date.ts'
import { answerClock, delayedUntil } from './clock.ts'
import type { RequestHistory } from './history.ts'

/** Arts. 33 and 35: whether a request was concluded after the last day to answer, or was open on `day` after it. */
export function isLate(calendar: Calendar, history: RequestHistory, day: PlainDate): boolean {
  const { conclusion, status } = history
  // While the applicant supplements, the period does not run; it begins anew.
  if (status === 'supplementing') return false
  const until = conclusion ? earlierOf(conclusion.on, day) : day
  const clock = answerClock(calendar, history, until)
  const dueOn = delayedUntil(history, clock) ?? clock?.dueOn
  return dueOn !== undefined && dueOn < until
}
