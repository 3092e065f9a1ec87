import type { Calendar } from '../calendar/calendar.ts'
import { earlierOf } from '../days/plain-date.ts'
import type { Actor } from '../organs/actor.ts'
import { consultationLapsesOn } from './clock.ts'
import type { Consultation } from './fold-consultations.ts'
import type { Heard } from './letters/facts.ts'
import type { OpinionsReliedOn } from './opinions-relied-on.ts'

interface Asking {
  readonly calendar: Calendar
  readonly actor: Pick<Actor, 'today'>
}

/** Answered, or the fifteen working days have passed. */
export function isOver({ calendar, actor: { today } }: Asking, consultation: Consultation): boolean {
  return consultation.answeredOn !== null || earlierOf(consultationLapsesOn(calendar, consultation), today) !== today
}

/** It does not want everything disclosed. */
export const opposes = ({ opinion }: Pick<Consultation, 'opinion'>): boolean =>
  opinion === 'objects' || opinion === 'agreesInPart'

/** What the third parties said whom a refusal concerns, in the order in which they were asked. */
export const heardFrom = (
  consultations: readonly Consultation[],
  { consultations: chosen, reasonable }: OpinionsReliedOn,
): Heard[] =>
  consultations
    .filter(({ id }) => chosen.includes(id))
    .map(({ id, opinion }) => ({ said: opinion ?? 'silent', reasonable: reasonable.includes(id) }))
