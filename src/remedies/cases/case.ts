import type { PlainDate } from '../../days/plain-date.ts'
import { lastSeq } from '../../steps/history.ts'
import type { CountedResult, EventData, InstanceKind, NewEvent, Opening, Procedure, RemedyEvent } from './event.ts'

export interface Decision extends Omit<EventData<'decided'>, 'class'> {
  readonly on: PlainDate
  readonly class: CountedResult
  /** When it took effect, as the court has said; null where it follows from the law. */
  readonly effectOn: PlainDate | null
  /** Why it is counted otherwise than its result says; null where it is not. */
  readonly classReason: string | null
}

/** A stage of a case: a reconsideration has one. */
export interface Instance extends Pick<Opening, 'number' | 'body'> {
  readonly kind: InstanceKind
  readonly openedOn: PlainDate
  /** From when the organ's own time runs; null where it has to answer nothing. */
  readonly noticeOn: PlainDate | null
  readonly countsAgain: boolean
  readonly repliedOn: PlainDate | null
  readonly decision: Decision | null
}

export interface OpinionLetter {
  readonly number: string
  readonly on: PlainDate
  readonly answeredOn: PlainDate | null
}

export interface Reanswer extends Omit<EventData<'reanswerOpened'>, 'text'> {
  readonly orderedOn: PlainDate
  /** When the new answer left; null until it has. */
  readonly answeredOn: PlainDate | null
}

export type CaseStatus = 'open' | 'suspended' | 'decided' | 'cancelled'
export const caseStatusLabels: Readonly<Record<CaseStatus, string>> = {
  open: '审理中',
  suspended: '已中止',
  decided: '已裁决',
  cancelled: '已取消登记',
}

/** A reconsideration or a suit as its events leave it. */
export interface RemedyCase {
  readonly opening: Opening
  readonly lastSeq: number
  readonly charge: EventData<'assigned'>
  /** In the order of their days, the first one first. */
  readonly instances: readonly [Instance, ...Instance[]]
  readonly procedure: Procedure
  readonly isSuspended: boolean
  readonly extendedUntil: PlainDate | null
  readonly hearings: readonly (EventData<'heard'> & { readonly on: PlainDate })[]
  readonly opinions: readonly OpinionLetter[]
  readonly performedOn: PlainDate | null
  /** The rounds in which the request is answered again because of it, in their order. */
  readonly reanswers: readonly Reanswer[]
  readonly isCancelled: boolean
  readonly reminded: readonly EventData<'reminded'>[]
  /** In the order of the list; empty until one was made. */
  readonly evidence: EventData<'evidenceListed'>['items']
}

/** What the office itself does to the case, in the order in which it does it; all else by its day. */
const ofOffice: readonly NewEvent['kind'][] = [
  'opened',
  'corrected',
  'assigned',
  'reminded',
  'dueMoved',
  'classified',
  'voided',
  'cancelled',
  'evidenceListed',
]

/** The events that stand: none that was taken back. */
export function standingEvents(events: readonly RemedyEvent[]): RemedyEvent[] {
  const taken = new Set(events.flatMap((event) => (event.kind === 'voided' ? [event.data.of] : [])))
  return events.filter(({ seq }) => !taken.has(seq))
}

/** What happened in the order of its days, of one day in the order in which it was recorded. */
export const inTheirDays = (events: readonly RemedyEvent[]): RemedyEvent[] =>
  events.toSorted((a, b) => (a.happenedOn === b.happenedOn ? a.seq - b.seq : a.happenedOn < b.happenedOn ? -1 : 1))

/**
 * Folds a case. What happened counts by its day, whenever it was recorded; what the office does to the case itself (whose it is,
 * how it is counted) by the order in which it did it, after all that. Throws without an opening.
 */
export function foldCase(events: readonly RemedyEvent[]): RemedyCase {
  const standing = standingEvents(events).toSorted((a, b) => a.seq - b.seq)
  const own = standing.filter(({ kind }) => ofOffice.includes(kind))
  const begun = own.reduce<RemedyCase | undefined>(beginning, undefined)
  if (!begun) throw new RangeError('a case begins with its opening')
  const happened = inTheirDays(standing.filter(({ kind }) => !ofOffice.includes(kind)))
  const folded = own.reduce(afterwards, happened.reduce(after, begun))
  return { ...folded, lastSeq: lastSeq(events.toSorted((a, b) => a.seq - b.seq)) }
}

const nobody = { unitId: null, unitName: '', staffId: null, staffName: '' }

/** The opening, as it was last corrected. */
function beginning(begun: RemedyCase | undefined, event: RemedyEvent): RemedyCase | undefined {
  const opening = event.kind === 'opened' ? event.data : event.kind === 'corrected' ? event.data.to : undefined
  if (!opening) return begun
  const { number, body, filedOn: openedOn, noticeOn, procedure } = opening
  return {
    opening,
    lastSeq: 0,
    charge: nobody,
    instances: [
      { kind: 'first', number, body, openedOn, noticeOn, countsAgain: false, repliedOn: null, decision: null },
    ],
    procedure,
    isSuspended: false,
    extendedUntil: null,
    hearings: [],
    opinions: [],
    performedOn: null,
    reanswers: [],
    isCancelled: false,
    reminded: [],
    evidence: [],
  }
}

export const latestOf = ({ instances }: Pick<RemedyCase, 'instances'>): Instance => instances.at(-1) ?? instances[0]

function withLatest(folded: RemedyCase, change: (latest: Instance) => Instance): RemedyCase {
  const [first, ...later] = folded.instances
  const last = later.at(-1)
  return { ...folded, instances: last ? [first, ...later.slice(0, -1), change(last)] : [change(first)] }
}

const withDecision = (folded: RemedyCase, change: (decision: Decision) => Decision): RemedyCase =>
  withLatest(folded, (latest) => (latest.decision ? { ...latest, decision: change(latest.decision) } : latest))

function after(folded: RemedyCase, event: RemedyEvent): RemedyCase {
  const on = event.happenedOn
  switch (event.kind) {
    case 'procedureChanged':
      return { ...folded, procedure: event.data.procedure }
    case 'replied':
      return withLatest(folded, (latest) => ({ ...latest, repliedOn: latest.repliedOn ?? on }))
    case 'heard':
      return { ...folded, hearings: [...folded.hearings, { ...event.data, on }] }
    case 'suspended':
      return { ...folded, isSuspended: true }
    case 'resumed':
      return { ...folded, isSuspended: false }
    case 'extended':
      return { ...folded, extendedUntil: event.data.until }
    case 'decided': {
      const before = folded.instances.at(-2)?.decision?.class ?? 'upheld'
      const decision = { ...event.data, class: event.data.class ?? before, on, effectOn: null, classReason: null }
      return { ...withLatest(folded, (latest) => ({ ...latest, decision })), isSuspended: false }
    }
    case 'tookEffect':
      return withDecision(folded, (decision) => ({ ...decision, effectOn: on }))
    case 'instanceOpened': {
      const { instance: kind, ...facts } = event.data
      const opened: Instance = { ...facts, kind, openedOn: on, repliedOn: null, decision: null }
      return { ...folded, instances: [...folded.instances, opened] }
    }
    case 'performed':
      return event.data.round === null ? { ...folded, performedOn: on } : answeredAgain(folded, event.data.round, on)
    case 'reanswerOpened': {
      const { text: _, ...opened } = event.data
      return { ...folded, reanswers: [...folded.reanswers, { ...opened, orderedOn: on, answeredOn: null }] }
    }
    case 'opinionReceived':
      return { ...folded, opinions: [...folded.opinions, { number: event.data.number, on, answeredOn: null }] }
    case 'opinionAnswered': {
      const first = folded.opinions.findIndex(({ answeredOn }) => answeredOn === null)
      return {
        ...folded,
        opinions: folded.opinions.map((each, at) => (at === first ? { ...each, answeredOn: on } : each)),
      }
    }
    default:
      return folded
  }
}

const answeredAgain = (folded: RemedyCase, round: number, answeredOn: PlainDate): RemedyCase => ({
  ...folded,
  reanswers: folded.reanswers.map((each) => (each.round === round ? { ...each, answeredOn } : each)),
})

function afterwards(folded: RemedyCase, event: RemedyEvent): RemedyCase {
  switch (event.kind) {
    case 'assigned':
      return { ...folded, charge: event.data }
    case 'classified':
      return withDecision(folded, (decision) => ({
        ...decision,
        class: event.data.class,
        classReason: event.data.reason,
      }))
    case 'reminded':
      return { ...folded, reminded: [...folded.reminded, event.data] }
    case 'cancelled':
      return { ...folded, isCancelled: true }
    case 'evidenceListed':
      return { ...folded, evidence: event.data.items }
    default:
      return folded
  }
}

/** How it stands; sent back for a new trial it waits for that. */
export function statusOf(folded: RemedyCase): CaseStatus {
  if (folded.isCancelled) return 'cancelled'
  if (latestOf(folded).decision) return 'decided'
  return folded.isSuspended ? 'suspended' : 'open'
}
