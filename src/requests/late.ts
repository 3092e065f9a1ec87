import type { Calendar } from '../calendar/calendar.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { answerClock } from './clock.ts'
import type { RequestHistory } from './history.ts'

/** Arts. 33 and 35: whether a request was concluded after the last day to answer, or was open on `day` after it. */
export function isLate(calendar: Calendar, history: RequestHistory, day: PlainDate): boolean {
  const { conclusion, delay, status } = history
  const endedOn = conclusion && conclusion.on <= day ? conclusion.on : null
  if (endedOn === null && (status === 'arrived' || status === 'supplementing')) return false
  const dueOn = delay?.until ?? answerClock(calendar, history, endedOn ?? day)?.dueOn
  return dueOn !== undefined && dueOn < (endedOn ?? day)
}
