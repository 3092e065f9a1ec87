import type { PlainDate } from '../days/plain-date.ts'
import type { RequestEvent } from './event.ts'
import { effectiveEvents, foldHistory } from './history.ts'
import type { RequestCourse } from './ledger-request.ts'

const happenings = [
  'received',
  'supplementRequested',
  'supplementReceived',
  'extended',
  'consultationSent',
  'consultationAnswered',
  'feeNotified',
  'feePaid',
  'concluded',
] as const
type Happening = (typeof happenings)[number]

/** A line of a history as a ledger tells it: no more than a day and, for fees, an amount. */
export interface LedgerEvent {
  readonly seq: number
  readonly kind: Happening | 'voided'
  readonly happenedOn: PlainDate
  readonly amount: string | null
  readonly supersedes: number | null
}

interface Fact {
  readonly kind: Happening
  readonly happenedOn: PlainDate
  readonly amount: string | null
}

/** What a ledger tells of a history; undefined before the request was received. */
export function courseOf(events: readonly RequestEvent[]): RequestCourse | undefined {
  const { receivedOn, supplement, extension, consultations, feeNotified, feePaid, conclusion } = foldHistory(events)
  if (!receivedOn) return undefined
  return {
    receivedOn,
    supplementRequestedOn: supplement?.requestedOn ?? null,
    supplementReceivedOn: supplement?.receivedOn ?? null,
    extendedOn: extension?.on ?? null,
    consultations: consultations.map(({ sentOn, answeredOn }) => ({ sentOn, answeredOn })),
    feeNotified,
    feePaid,
    concludedOn: conclusion?.on ?? null,
  }
}

/** The facts that make up a course; an answer belongs to the consultation of the same place, so answered ones go first. */
function factsOf(course: RequestCourse): Fact[] {
  const fact = (kind: Happening, happenedOn: PlainDate | null | undefined, amount: string | null = null): Fact[] =>
    happenedOn ? [{ kind, happenedOn, amount }] : []
  const consultations = [...course.consultations].sort((a, b) => Number(!a.answeredOn) - Number(!b.answeredOn))
  return [
    ...fact('received', course.receivedOn),
    ...fact('supplementRequested', course.supplementRequestedOn),
    ...fact('supplementReceived', course.supplementReceivedOn),
    ...fact('extended', course.extendedOn),
    ...consultations.flatMap(({ sentOn }) => fact('consultationSent', sentOn)),
    ...consultations.flatMap(({ answeredOn }) => fact('consultationAnswered', answeredOn)),
    ...fact('feeNotified', course.feeNotified?.on, course.feeNotified?.amount),
    ...fact('feePaid', course.feePaid?.on, course.feePaid?.amount),
    ...fact('concluded', course.concludedOn),
  ]
}

const same = (a: Pick<Fact, 'happenedOn' | 'amount'>, b: Fact) => a.happenedOn === b.happenedOn && a.amount === b.amount

/** The events to add so that the history tells `course`; none when it does already. */
export function eventsToAppend(recorded: readonly RequestEvent[], course: RequestCourse): LedgerEvent[] {
  const standing = effectiveEvents(recorded)
  const wanted = factsOf(course)
  const changes = happenings.flatMap((kind) => {
    const before = standing.filter((event) => event.kind === kind)
    const after = wanted.filter((fact) => fact.kind === kind)
    const replaced = after.flatMap((fact, index) => {
      const old = before[index]
      return old && same(old, fact) ? [] : [{ ...fact, supersedes: old?.seq ?? null }]
    })
    const dropped = before
      .slice(after.length)
      .map(({ seq, happenedOn }) => ({ kind: 'voided' as const, happenedOn, amount: null, supersedes: seq }))
    return [...replaced, ...dropped]
  })
  const last = Math.max(0, ...recorded.map(({ seq }) => seq))
  return changes.map((change, index) => ({ ...change, seq: last + 1 + index }))
}
