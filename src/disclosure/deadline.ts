import type { Calendar } from '../calendar/calendar.ts'
import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import { addWorkingDays, signedWorkingDays } from '../calendar/working-days.ts'
import { findDeadline } from '../law/deadlines.ts'
import { type RecordTypeId, recordTypeOf } from './record-type.ts'

/** How long until a day, counted as the law counts to it; below nought once it is over. */
export interface DaysLeft {
  readonly count: number
  readonly unit: 'workingDays' | 'calendarDays'
}

/** Nobody asks how many days exactly a text is late after so long. */
const longestDays = 3650

const lengthFor = (type: RecordTypeId, madeOn: PlainDate) =>
  (findDeadline(recordTypeOf(type).deadline, madeOn) ?? findDeadline('proactivePublish', madeOn))?.length

/** Art. 26: the last day to publish, counted from the day the information was formed or changed, by the limit of its type. */
export function publishBy(calendar: Calendar, type: RecordTypeId, madeOn: PlainDate): PlainDate | null {
  const length = lengthFor(type, madeOn)
  if (length?.unit === 'workingDays') return addWorkingDays(calendar, madeOn, length.count)
  if (length?.unit === 'calendarDays') return addDays(madeOn, length.count)
  return null
}

/** Working days until `day`, as art. 26 counts its twenty. */
export function workingDaysLeft(calendar: Calendar, today: PlainDate, day: PlainDate): DaysLeft {
  const earliest = addDays(today, -longestDays)
  return { count: signedWorkingDays(calendar, today, day < earliest ? earliest : day), unit: 'workingDays' }
}

/** What is left of the limit of the type: in days of the calendar where the law counts those (预算法 14). */
export function publishLeft(
  calendar: Calendar,
  type: RecordTypeId,
  madeOn: PlainDate,
  today: PlainDate,
): DaysLeft | null {
  const day = publishBy(calendar, type, madeOn)
  if (day === null) return null
  if (lengthFor(type, madeOn)?.unit === 'calendarDays') return { count: daysBetween(today, day), unit: 'calendarDays' }
  return workingDaysLeft(calendar, today, day)
}
