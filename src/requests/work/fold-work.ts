import type { PlainDate } from '../../days/plain-date.ts'
import { type EventData, type EventOf, eventsOf, type RequestEvent } from '../event.ts'
import type { Charged } from './work-events.ts'

type By = RequestEvent['actor']

/** What was offered to another unit and is neither taken on nor refused. */
export interface Offer extends EventData<'handoverOffered'> {
  readonly seq: number
  readonly on: PlainDate
  readonly by: By
}

/** The last refusal, while nobody has handed the request on since. */
export interface RefusedOffer extends EventData<'handoverRefused'> {
  readonly on: PlainDate
  readonly by: By
  /** Who had offered it, to whom it goes back. */
  readonly offeredBy: By
}

/** What another unit was asked for its opinion on. */
export interface CoHandling extends EventData<'coHandlingAsked'> {
  /** The event that asked. */
  readonly seq: number
  readonly on: PlainDate
  readonly by: By
  readonly answer: { readonly seq: number; readonly on: PlainDate; readonly by: By; readonly opinion: string } | null
  /** Why it is no longer asked for. */
  readonly ended: { readonly on: PlainDate; readonly by: By; readonly reason: string } | null
}

/** A note that waits for somebody who is named in it. */
export interface NoteToRead {
  readonly seq: number
  readonly on: PlainDate
  readonly by: By
  readonly staffId: string
  /** Its place among those who are named. */
  readonly place: number
}

/** How the request is worked on inside the organ. */
export interface WorkState {
  readonly assignment: Charged | null
  readonly offer: Offer | null
  readonly refusedOffer: RefusedOffer | null
  /** How many units have refused it. */
  readonly refusals: number
  readonly coHandlings: readonly CoHandling[]
  readonly notesToRead: readonly NoteToRead[]
}

/** Folds the facts that stand, in their order. */
export const foldWork = (facts: readonly RequestEvent[]): WorkState => ({
  ...foldHandover(facts),
  coHandlings: eventsOf(facts, 'coHandlingAsked').map((asked) => coHandlingOf(facts, asked)),
  notesToRead: notesToRead(facts),
})

const isCharged = ({ unitId, staffId }: Charged): boolean => unitId !== null || staffId !== null

/** Whose it is: who took it last; what was never taken stays with whoever first offered it. */
function foldHandover(
  facts: readonly RequestEvent[],
): Pick<WorkState, 'assignment' | 'offer' | 'refusedOffer' | 'refusals'> {
  const offers = eventsOf(facts, 'handoverOffered')
  const last = facts.findLast(
    ({ kind }) => kind === 'assigned' || kind === 'handoverOffered' || kind === 'handoverRefused',
  )
  const taken = eventsOf(facts, 'assigned').at(-1)?.data
  const first = offers[0]?.data.keptBy
  return {
    assignment: taken ? chargedOf(taken) : first && isCharged(first) ? first : null,
    offer: last?.kind === 'handoverOffered' ? offerOf(last) : null,
    refusedOffer: last?.kind === 'handoverRefused' ? refusedOf(last, offers) : null,
    refusals: eventsOf(facts, 'handoverRefused').length,
  }
}

const chargedOf = ({ unitId, unitName, staffId, staffName }: Charged): Charged => ({
  unitId,
  unitName,
  staffId,
  staffName,
})

const offerOf = ({ seq, happenedOn, actor, data }: EventOf<'handoverOffered'>): Offer => ({
  ...data,
  seq,
  on: happenedOn,
  by: actor,
})

const refusedOf = (
  { happenedOn, actor, data }: EventOf<'handoverRefused'>,
  offers: readonly EventOf<'handoverOffered'>[],
): RefusedOffer => ({
  ...data,
  on: happenedOn,
  by: actor,
  offeredBy: offers.find(({ seq }) => seq === data.offer)?.actor ?? actor,
})

function coHandlingOf(
  facts: readonly RequestEvent[],
  { seq, happenedOn, actor, data }: EventOf<'coHandlingAsked'>,
): CoHandling {
  const answer = eventsOf(facts, 'coHandlingAnswered').find((each) => each.data.asked === seq)
  const ended = eventsOf(facts, 'coHandlingEnded').find((each) => each.data.asked === seq)
  return {
    ...data,
    seq,
    on: happenedOn,
    by: actor,
    answer: answer ? { seq: answer.seq, on: answer.happenedOn, by: answer.actor, opinion: answer.data.opinion } : null,
    ended: ended ? { on: ended.happenedOn, by: ended.actor, reason: ended.data.reason } : null,
  }
}

export const isOpen = ({ answer, ended }: CoHandling): boolean => answer === null && ended === null

/** The units whose opinion no answer is drafted without; empty where none is awaited. */
export const awaitedUnits = ({ coHandlings }: Pick<WorkState, 'coHandlings'>): string =>
  coHandlings
    .filter((each) => each.isAwaited && isOpen(each))
    .map(({ unitName }) => unitName)
    .join('、')

/** A note waits until whoever is named in it says that they have read it, or writes one of their own. */
const notesToRead = (facts: readonly RequestEvent[]): NoteToRead[] =>
  eventsOf(facts, 'noted').flatMap(({ seq, happenedOn, actor, data }) =>
    (data.to ?? []).flatMap(({ id }, place) =>
      facts.some((each) => each.seq > seq && each.actor.id === id && settles(each, seq))
        ? []
        : [{ seq, on: happenedOn, by: actor, staffId: id, place }],
    ),
  )

const settles = (event: RequestEvent, note: number): boolean =>
  event.kind === 'noted' || (event.kind === 'noteRead' && event.data.notes.includes(note))
