import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { type RequestCourse, Yuan } from './request.ts'

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

/** One line of a request's history. It is never changed: a wrong one is superseded, `voided` takes one back. */
export const RequestEvent = z.object({
  seq: z.number().int().positive(),
  kind: z.enum([...happenings, 'voided']),
  happenedOn: PlainDate,
  amount: Yuan.nullable(),
  supersedes: z.number().int().nullable(),
})
export type RequestEvent = z.infer<typeof RequestEvent>

interface Fact {
  readonly kind: Happening
  readonly happenedOn: PlainDate
  readonly amount: string | null
}

/** The events that stand: not superseded and not voided. A correction takes the place of what it corrects. */
export function effectiveEvents(events: readonly RequestEvent[]): (RequestEvent & Fact)[] {
  const superseded = new Set(events.map(({ supersedes }) => supersedes))
  const places = new Map<number, number>()
  for (const { seq, supersedes } of [...events].sort((a, b) => a.seq - b.seq))
    places.set(seq, supersedes === null ? seq : (places.get(supersedes) ?? seq))
  const place = ({ seq }: RequestEvent) => places.get(seq) ?? seq
  return events
    .filter((event): event is RequestEvent & Fact => event.kind !== 'voided' && !superseded.has(event.seq))
    .sort((a, b) => place(a) - place(b))
}

/** What happened, folded from the events; undefined before the request was received. */
export function foldEvents(events: readonly RequestEvent[]): RequestCourse | undefined {
  const facts = effectiveEvents(events)
  const all = (kind: Happening) => facts.filter((fact) => fact.kind === kind)
  const on = (kind: Happening) => all(kind)[0]?.happenedOn ?? null
  const money = (kind: 'feeNotified' | 'feePaid') => {
    const fact = all(kind)[0]
    return fact ? { on: fact.happenedOn, amount: fact.amount ?? '0.00' } : null
  }
  const answers = all('consultationAnswered')
  const receivedOn = on('received')
  if (!receivedOn) return undefined
  return {
    receivedOn,
    supplementRequestedOn: on('supplementRequested'),
    supplementReceivedOn: on('supplementReceived'),
    extendedOn: on('extended'),
    consultations: all('consultationSent').map(({ happenedOn }, index) => ({
      sentOn: happenedOn,
      answeredOn: answers[index]?.happenedOn ?? null,
    })),
    feeNotified: money('feeNotified'),
    feePaid: money('feePaid'),
    concludedOn: on('concluded'),
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

const same = (a: Fact, b: Fact) => a.happenedOn === b.happenedOn && a.amount === b.amount

/** The events to add so that the history tells `course`; none when it does already. */
export function eventsToAppend(recorded: readonly RequestEvent[], course: RequestCourse): RequestEvent[] {
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
