import type { PlainDate } from '../days/plain-date.ts'
import { eventsOf, type Opinion, type RequestEvent } from './event.ts'
import { asCorrected } from './fold-letters.ts'

/** A third party (art. 32) or co-making organ (art. 34) that was asked. */
export interface Consultation {
  readonly id: number
  readonly party: 'thirdParty' | 'coOrgan'
  readonly label: string
  readonly about: string
  readonly sentOn: PlainDate
  /** The day it reached the other side, from which its fifteen working days run. */
  readonly deliveredOn: PlainDate | null
  readonly answeredOn: PlainDate | null
  /** The event that tells of the answer. */
  readonly answeredBy?: number | null
  readonly opinion: Opinion | null
  readonly reason: string
  /** Art. 32: told in writing that the organ discloses in spite of the objection. */
  readonly notifiedOn: PlainDate | null
}

/** Every consultation that was sent, with what came of it. */
export function foldConsultations(facts: readonly RequestEvent[]): Consultation[] {
  const delivered = numbered(eventsOf(facts, 'consultationDelivered'))
  const answered = numbered(eventsOf(facts, 'consultationAnswered'))
  const notified = numbered(eventsOf(facts, 'thirdPartyNotified'))
  return numbered(eventsOf(facts, 'consultationSent')).map(({ consultation, data, happenedOn, seq }) => {
    const ofThis = (each: { readonly consultation: number }) => each.consultation === consultation
    const answer = answered.find(ofThis)
    return {
      id: consultation,
      party: data.party ?? 'thirdParty',
      label: data.label ?? '第三方',
      about: asCorrected(facts, seq, data.about ?? ''),
      sentOn: happenedOn,
      deliveredOn: delivered.find(ofThis)?.happenedOn ?? null,
      answeredOn: answer?.happenedOn ?? null,
      answeredBy: answer?.seq ?? null,
      opinion: answer?.data.opinion ?? null,
      reason: answer?.data.reason ?? '',
      notifiedOn: notified.find(ofThis)?.happenedOn ?? null,
    }
  })
}

/** Ledger entries name no consultation: there the first answer belongs to the first one sent. */
const numbered = <Fact extends { readonly data: { readonly consultation?: number | undefined } }>(
  facts: readonly Fact[],
): (Fact & { readonly consultation: number })[] =>
  facts.map((fact, index) => ({ ...fact, consultation: fact.data.consultation ?? index + 1 }))
