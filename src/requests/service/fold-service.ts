import { addDays, type PlainDate } from '../../days/plain-date.ts'
import { findDeadline } from '../../law/deadlines.ts'
import { type EventOf, eventsOf, type RequestEvent } from '../event.ts'
import { sendsLetter } from '../fold-letters.ts'
import type { Attempted, ResultKnown } from './attempt.ts'
import { serviceWayOf } from './ways.ts'

export interface ServiceResult extends ResultKnown {
  /** The event that tells it now. */
  readonly seq: number
  readonly on: PlainDate
  /** ISO instant; of what was opened, when. */
  readonly recordedAt: string | null
}

export interface ServiceAttempt extends Attempted {
  /** The event that first told of it, whatever has corrected it since. */
  readonly id: number
  /** The event that tells of it now. */
  readonly seq: number
  readonly on: PlainDate
  readonly result: ServiceResult | null
  /** Every event that has told of it or of its result: their papers are its evidence. */
  readonly toldBy: readonly number[]
}

/** What of an attempt says when the duty is met. */
export type DatedAttempt = Pick<ServiceAttempt, 'way' | 'on' | 'result'>

/** How one letter was served. */
export interface LetterService {
  /** The event that sent it. */
  readonly of: number
  readonly sentOn: PlainDate
  /** By their days. */
  readonly attempts: readonly ServiceAttempt[]
  /** When it reached its addressee, where a step of its own took that down. */
  readonly deliveredOn: PlainDate | null
  /** As it was typed before attempts were recorded; empty where nothing was. */
  readonly told: string
}

/** The letters of a request with every attempt that stands, whatever the order in which corrections came. `facts`: the events that stand. */
export function foldService(events: readonly RequestEvent[], facts: readonly RequestEvent[]): LetterService[] {
  const first = firstsOf(events)
  const attempts = attemptsOf(events, facts, (seq) => first.get(seq) ?? seq)
  return facts.flatMap((fact) =>
    sendsLetter(fact) || fact.kind === 'letterCorrected'
      ? [
          {
            of: fact.seq,
            sentOn: fact.happenedOn,
            attempts: attempts.filter(({ of }) => of === fact.seq),
            deliveredOn: deliveryOf(facts, fact),
            told: 'service' in fact.data ? (fact.data.service ?? '') : '',
          },
        ]
      : [],
  )
}

/** Of each event the first one in whose place it stands. */
function firstsOf(events: readonly RequestEvent[]): Map<number, number> {
  const firsts = new Map<number, number>()
  for (const { seq, supersedes } of [...events].sort((a, b) => a.seq - b.seq))
    firsts.set(seq, supersedes === null ? seq : (firsts.get(supersedes) ?? supersedes))
  return firsts
}

function attemptsOf(
  events: readonly RequestEvent[],
  facts: readonly RequestEvent[],
  firstOf: (seq: number) => number,
): ServiceAttempt[] {
  const results = eventsOf(facts, 'serviceResult')
  return eventsOf(facts, 'serviceAttempted')
    .map(({ seq, happenedOn, data }) => {
      const id = firstOf(seq)
      const result = results.findLast((each) => firstOf(each.data.attempt) === id)
      const tells = (event: RequestEvent) =>
        (event.kind === 'serviceAttempted' && firstOf(event.seq) === id) ||
        (event.kind === 'serviceResult' && firstOf(event.data.attempt) === id)
      return {
        ...data,
        id,
        seq,
        on: happenedOn,
        result: result ? resultOf(result) : null,
        toldBy: events.filter(tells).map((event) => event.seq),
      }
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id - b.id))
}

const resultOf = ({ seq, happenedOn, recordedAt, data }: EventOf<'serviceResult'>): ServiceResult => ({
  ...data,
  seq,
  on: happenedOn,
  recordedAt,
})

/** The notice of a fee and the letter of a consultation have a step of their own that takes their arrival down. */
function deliveryOf(facts: readonly RequestEvent[], { kind, data }: RequestEvent): PlainDate | null {
  if (kind === 'feeNotified') return eventsOf(facts, 'feeDelivered').at(-1)?.happenedOn ?? null
  if (kind !== 'consultationSent') return null
  return (
    eventsOf(facts, 'consultationDelivered').find((each) => each.data.consultation === data.consultation)?.happenedOn ??
    null
  )
}

/** The last day of a notice to the public, after which the letter is taken as served (民诉法 95). */
export function noticeEndsOn(noticedOn: PlainDate): PlainDate | null {
  const length = findDeadline('servedByNotice', noticedOn)?.length
  return length?.unit === 'calendarDays' ? addDays(noticedOn, length.count) : null
}

/**
 * The day on which an attempt meets the duty to tell: posted, the day of posting, also where the letter comes back; signed for, the
 * day of the signature; electronically the day of arrival, which what bounced never had. A letter that came back because the organ
 * had written it to somebody else met nothing. Null where it meets none.
 */
export function dutyMetBy({ way, on, result }: DatedAttempt): PlainDate | null {
  const { metBy } = serviceWayOf(way)
  const cameBack = result?.result === 'returned'
  if (cameBack && (metBy === 'arrived' || result.cause === 'ownMistake')) return null
  return metBy === 'noticed' ? noticeEndsOn(on) : on
}

/** The first day on which any attempt meets the duty; null while none does. */
export const dutyMetOn = (attempts: readonly DatedAttempt[]): PlainDate | null =>
  attempts
    .flatMap((attempt) => dutyMetBy(attempt) ?? [])
    .sort()
    .at(0) ?? null

/** The service of the letter that an event sent. */
export const serviceOf = (service: readonly LetterService[], of: number): LetterService | undefined =>
  service.find((each) => each.of === of)
