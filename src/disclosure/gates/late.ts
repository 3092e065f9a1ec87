import type { Calendar } from '../../calendar/calendar.ts'
import { officeDayOf, type PlainDate } from '../../days/plain-date.ts'
import { refusals } from '../../refusal.ts'
import type { Content } from '../content.ts'
import { publishDue } from '../deadline.ts'
import { foldEdition } from '../edition.ts'
import { confirmationsFor, type NewEvent } from '../edition-event.ts'
import type { OpenEdition } from '../record.ts'
import type { Finding, Severity } from './finding.ts'
import { lateFinding, lateGate } from './late-finding.ts'

/** Art. 26: published on `day` it would be late. */
const lateOn = (content: Content, calendar: Calendar, day: PlainDate, severity?: Severity): Finding | undefined =>
  lateFinding(publishDue(calendar, content), day, severity)

/** The same for the page of an edition: while it is drafted only a hint, a reason is asked for when it is to go out. */
export function lateFindingsNow({ content, events }: OpenEdition, calendar: Calendar, today: PlainDate): Finding[] {
  const { status } = foldEdition(events)
  if (['live', 'superseded', 'discarded'].includes(status)) return []
  const finding = lateOn(content, calendar, today, status === 'drafting' ? 'hint' : 'confirm')
  return finding ? [finding] : []
}

/** Refuses a publication, now or by the clock, after the last day, unless a reason was given for this very text. */
export function passLate(
  { content, events }: OpenEdition,
  event: NewEvent,
  calendar: Calendar,
  today: PlainDate,
): void {
  if (event.kind !== 'published' && event.kind !== 'scheduled') return
  const day = event.kind === 'scheduled' ? officeDayOf(event.data.at) : today
  const finding = lateOn(content, calendar, day)
  const given = confirmationsFor([...events, event], event.data.hash)
  if (finding && !given.some(({ gate }) => gate === lateGate))
    throw refusals.lateNeedsReason(finding.message, finding.place)
}
