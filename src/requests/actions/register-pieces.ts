import { randomUUID } from 'node:crypto'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import * as organs from '../../organs/store.ts'
import { whyNot } from '../lifecycle.ts'
import { receiptOf } from '../receipt.ts'
import { followedBy, registerRequest } from '../register.ts'
import type { StepInput } from '../step-inputs.ts'
import * as store from '../store/requests.ts'
import type { TakeMatter } from '../take.ts'

/** Gives every piece after the first a request of its own, received on the same day; answers with their numbers. */
export async function registerPieces(
  tx: Tx,
  actor: Actor,
  { request, events }: store.RequestWithEvents,
  matter: TakeMatter,
  { pieces: [kept = '', ...others] }: StepInput<'split'>,
): Promise<string[]> {
  const refusal = whyNot('split', matter)
  if (refusal) throw refusal
  const applicant = await store.getApplicant(tx, request.organId, request.id)
  const organ = await organs.get(tx, request.organId)
  const { channel, formWanted, routeWanted, assistance, arrivedOn } = request
  const received = events.filter(({ kind }) => kind === 'received')
  const numbers: string[] = []
  for (const summary of others) {
    const begun = await registerRequest(tx, actor, organ, matter.calendar, {
      ...{ channel, formWanted, routeWanted, assistance, arrivedOn },
      applicant,
      summary,
      receipt: receiptOf(randomUUID()),
      files: [],
      splitFrom: request.id,
      note: `由${request.number}拆分`,
    })
    await followedBy(tx, actor, matter.calendar, begun, received)
    numbers.push(begun.request.number)
  }
  await store.narrow(tx, request, kept)
  return numbers
}
