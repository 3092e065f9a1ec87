import type { Calendar } from '../calendar/calendar.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { earlierOf, nextDay, type PlainDate, plainDate } from '../days/plain-date.ts'
import { ogiRegulation } from '../law/ogi-regulation.ts'
import { lastDayToAnswer, workingDaysOf } from './clock.ts'
import type { RequestHistory } from './history.ts'

/** Arts. 33 and 35: whether a request was concluded after the last day to answer, or was open on `day` after it. */
export function isLate(calendar: Calendar, history: RequestHistory, day: PlainDate): boolean {
  const { conclusion, status } = history
  // While the applicant supplements, the period does not run; it begins anew.
  if (status === 'supplementing') return false
  const until = conclusion ? earlierOf(conclusion.on, day) : day
  const dueOn = lastDayToAnswer(calendar, history, until)
  return dueOn !== undefined && dueOn < until
}

/** The last day to answer what was received on a day, as long as nothing moves it. */
export interface FirstDue {
  readonly receivedOn: PlainDate
  readonly dueOn: PlainDate
}

/** The first due date of each day of receipt since the Regulation of 2019 up to a day. */
export function firstDueDates(calendar: Calendar, to: PlainDate): FirstDue[] {
  const dates: FirstDue[] = []
  for (let receivedOn = plainDate(ogiRegulation.from); receivedOn <= to; receivedOn = nextDay(receivedOn))
    dates.push({ receivedOn, dueOn: addWorkingDays(calendar, receivedOn, workingDaysOf('answer', receivedOn)) })
  return dates
}
