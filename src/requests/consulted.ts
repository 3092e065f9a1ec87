import { earlierOf } from '../calendar/plain-date.ts'
import { consultationLapsesOn } from './clock.ts'
import type { Consultation } from './history.ts'
import type { StepMatter } from './steps.ts'

type Asking = Pick<StepMatter, 'history' | 'calendar' | 'actor'>

/** Answered, or the fifteen working days have passed. */
export function isOver({ calendar, actor: { today } }: Omit<Asking, 'history'>, consultation: Consultation): boolean {
  return consultation.answeredOn !== null || earlierOf(consultationLapsesOn(calendar, consultation), today) !== today
}

/** Art. 32: a third party was asked, and has answered or let its time pass. */
export const thirdPartyIsDone = (matter: Asking): boolean =>
  matter.history.consultations.some((each) => each.party === 'thirdParty' && isOver(matter, each))

/** It does not want everything disclosed. */
export const opposes = ({ opinion }: Pick<Consultation, 'opinion'>): boolean =>
  opinion === 'objects' || opinion === 'agreesInPart'
