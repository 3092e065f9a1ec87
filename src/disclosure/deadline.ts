import type { Calendar } from '../calendar/calendar.ts'
import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { findDeadline } from '../law/deadlines.ts'
import { type RecordTypeId, recordTypeOf } from './record-type.ts'

/** Art. 26: the last day to publish, counted from the day the information was formed or changed, by the limit of its type. */
export function publishBy(calendar: Calendar, type: RecordTypeId, madeOn: PlainDate): PlainDate | null {
  const deadline = findDeadline(recordTypeOf(type).deadline, madeOn) ?? findDeadline('proactivePublish', madeOn)
  const length = deadline?.length
  if (length?.unit === 'workingDays') return addWorkingDays(calendar, madeOn, length.count)
  if (length?.unit === 'calendarDays') return addDays(madeOn, length.count)
  return null
}
