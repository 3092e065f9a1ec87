import { randomUUID } from 'node:crypto'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import * as organs from '../../organs/store.ts'
import { foldInto } from '../fold-into.ts'
import { whyNot } from '../lifecycle.ts'
import { receiptOf } from '../receipt.ts'
import { registerRequest } from '../register.ts'
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
    if (received.length > 0) {
      const all = await store.append(tx, actor, begun, received)
      await foldInto(tx, begun.request, all, matter.calendar, actor.today)
    }
    numbers.push(begun.request.number)
  }
  await store.narrow(tx, request, kept)
  return numbers
}
