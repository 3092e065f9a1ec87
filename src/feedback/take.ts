import type { Calendar } from '../calendar/calendar.ts'
import { signedWorkingDays } from '../calendar/working-days.ts'
import type { PlainDate } from '../days/plain-date.ts'
import type { NewEvent } from './event.ts'
import type { Feedback } from './feedback.ts'
import type { StepWith } from './step-inputs.ts'

/** Names of the unit and person to whom it is given. */
export interface Assignee {
  readonly unitName: string
  readonly staffName: string
}

/** What a step makes happen. */
export function eventOf({ name, input }: StepWith, assignee: Assignee): NewEvent {
  switch (name) {
    case 'answer':
      return { kind: 'answered', data: { text: input.text } }
    case 'assign':
      return { kind: 'assigned', data: { unitId: input.unitId, staffId: input.staffId, ...assignee } }
    case 'close':
      return { kind: 'closed', data: { reason: input.reason } }
  }
}

/** How it stands after what happened. The day of its first conclusion, and the working days it took, stay whatever is said later. */
export function standingAfter(before: Feedback, event: NewEvent, calendar: Calendar, today: PlainDate): Feedback {
  const feedback = { ...before, lastSeq: before.lastSeq + 1 }
  if (event.kind === 'received') return feedback
  if (event.kind === 'assigned') return { ...feedback, unitId: event.data.unitId, handlerId: event.data.staffId }
  const usedDays = before.usedDays ?? Math.max(0, signedWorkingDays(calendar, before.arrivedOn, today))
  return { ...feedback, status: event.kind, concludedOn: before.concludedOn ?? today, usedDays }
}
