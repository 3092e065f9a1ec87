import { randomUUID } from 'node:crypto'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import * as organs from '../../organs/store.ts'
import { acknowledge, type Registered } from '../acknowledge.ts'
import { eventsOf, type NewEvent, type RequestEvent } from '../event.ts'
import { effectiveEvents } from '../history.ts'
import { receiptOf } from '../receipt.ts'
import { followedBy, registerRequest } from '../register.ts'
import type { StepInput } from '../step-inputs.ts'
import * as store from '../store/requests.ts'
import type { TakeMatter } from '../take.ts'

/** Whose the request is; nothing of what it was offered to others. */
const inTheSameHands = ({ history: { assignment } }: TakeMatter, events: readonly RequestEvent[]): NewEvent[] => {
  const since = events.findLast(({ kind }) => kind === 'assigned' || kind === 'handoverOffered')
  return assignment && since ? [{ kind: 'assigned', happenedOn: since.happenedOn, data: assignment }] : []
}

/** Gives every piece after the first a request of its own, received on the same day and in the same hands; answers with them and their receipts. */
export async function registerPieces(
  tx: Tx,
  actor: Actor,
  { request, events }: store.RequestWithEvents,
  matter: TakeMatter,
  { pieces: [kept = '', ...others] }: StepInput<'split'>,
): Promise<Registered[]> {
  const applicant = await store.getApplicant(tx, request.organId, request.id)
  const organ = await organs.get(tx, request.organId)
  const { channel, formWanted, routeWanted, assistance, arrivedOn } = request
  const effective = effectiveEvents(events)
  // A piece is in the hands of those who have the request, until it is handed on.
  const followed: readonly NewEvent[] = [
    ...eventsOf(effective, 'received').map(({ kind, happenedOn, data }) => ({ kind, happenedOn, data })),
    ...inTheSameHands(matter, effective),
  ]
  const registered: Registered[] = []
  for (const summary of others) {
    const receipt = receiptOf(randomUUID())
    const begun = await registerRequest(tx, actor, organ, matter.calendar, {
      channel,
      formWanted,
      routeWanted,
      assistance,
      arrivedOn,
      applicant,
      summary,
      receipt,
      files: [],
      splitFrom: request.id,
      note: `由${request.number}拆分`,
      asked: request.summary,
      column: request.applicantKind,
    })
    const piece = await followedBy(tx, actor, matter.calendar, begun, followed)
    registered.push({ request: piece, receipt, acknowledgement: await acknowledge(tx, actor, piece, applicant) })
  }
  await store.narrow(tx, request, kept)
  return registered
}
