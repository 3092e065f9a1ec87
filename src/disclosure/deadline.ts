import type { Calendar } from '../calendar/calendar.ts'
import { addWorkingDays, firstReckoned, lastReckoned, signedWorkingDays } from '../calendar/working-days.ts'
import { addDays, daysBetween, isPlainDate, type PlainDate } from '../days/plain-date.ts'
import { findDeadline } from '../law/deadlines.ts'
import type { Content } from './content.ts'
import { type RecordTypeId, recordTypeOf } from './record-type.ts'

/** How long until a day, counted as the law counts to it; below nought once it is over. */
export interface DaysLeft {
  readonly count: number
  readonly unit: 'workingDays' | 'calendarDays'
}

const lengthFor = (type: RecordTypeId, madeOn: PlainDate) => findDeadline(recordTypeOf(type).deadline, madeOn)?.length

/**
 * Art. 26: the day on which the information was formed or changed, from which its limit counts: of a decision or a budget the
 * day of its decision or approval, of a correction the day of the change. Null while it has no clock: withdrawal and repeal
 * have none, nor has the mending of a mistake.
 */
export function clockDay({ act, type, madeOn, fields }: Content): PlainDate | null {
  if (act.kind === 'correct') return act.changedOn ?? null
  if (act.kind !== 'publish') return null
  const { countedFrom } = recordTypeOf(type)
  const counted = countedFrom === undefined ? undefined : fields[countedFrom]
  return counted && isPlainDate(counted) ? counted : madeOn
}

/** The last day to publish the text; null while it has no clock. */
export function publishDue(calendar: Calendar, content: Content): PlainDate | null {
  const from = clockDay(content)
  return from && publishBy(calendar, content.type, from)
}

/** The last day to publish what was formed or changed on `from`, by the limit of its type; null where it cannot be reckoned. */
export function publishBy(calendar: Calendar, type: RecordTypeId, madeOn: PlainDate): PlainDate | null {
  const length = lengthFor(type, madeOn)
  if (madeOn < firstReckoned || madeOn > lastReckoned) return null
  if (length?.unit === 'workingDays') return addWorkingDays(calendar, madeOn, length.count)
  if (length?.unit === 'calendarDays') return addDays(madeOn, length.count)
  return null
}

/** Working days until `day`, as art. 26 counts its twenty. */
export const workingDaysLeft = (calendar: Calendar, today: PlainDate, day: PlainDate): DaysLeft => ({
  count: signedWorkingDays(calendar, today, day),
  unit: 'workingDays',
})

/** What is left until the last day, `day`: in days of the calendar where the law counts those (预算法 14). */
export function publishLeft(calendar: Calendar, type: RecordTypeId, day: PlainDate, today: PlainDate): DaysLeft {
  if (lengthFor(type, day)?.unit === 'calendarDays') return { count: daysBetween(today, day), unit: 'calendarDays' }
  return workingDaysLeft(calendar, today, day)
}
