import { record as audit } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import * as organs from '../../organs/store.ts'
import { refusals } from '../../refusal.ts'
import { mayArrange, stateOf, whyNotStandIn } from './rules.ts'
import type { NewStandIn, StandInView } from './stand-in.ts'
import * as store from './store.ts'

/** Who reviews for whom in the organ, now, later and before. */
export async function listStandIns(tx: Tx, actor: Actor): Promise<StandInView[]> {
  const listed = await store.list(tx, actor.organId)
  return listed.map((each) => {
    const state = stateOf(each, actor.today)
    return { ...each, state, canEnd: state !== 'past' && mayArrange(actor, each.absentId) }
  })
}

/** Arranges that one reviews for another. One at a time for each absent person; nobody for themself. */
export async function arrangeStandIn(tx: Tx, actor: Actor, wish: NewStandIn): Promise<string> {
  const { organId, today } = actor
  await organs.lock(tx, organId)
  const people = await store.listPeople(tx, organId)
  const [absent, standIn] = [wish.absentId, wish.standInId].map((id) => people.find((each) => each.id === id))
  const refusal = whyNotStandIn(actor, wish, absent, standIn, await store.listStanding(tx, organId, today))
  if (refusal) throw refusal
  const id = await store.add(tx, organId, wish)
  await audit(tx, actor, 'standIn.arranged', { subject: id, detail: wish })
  return id
}

/** Ends it at once: who was away is back. */
export async function endStandIn(tx: Tx, actor: Actor, now: Date, id: string): Promise<void> {
  await organs.lock(tx, actor.organId)
  const found = await store.find(tx, actor.organId, id)
  if (!found) throw refusals.noSuchStandIn()
  if (!mayArrange(actor, found.absentId)) throw refusals.notYourStandIn()
  if (stateOf(found, actor.today) === 'past') throw refusals.standInOver()
  await store.end(tx, actor.organId, id, now)
  await audit(tx, actor, 'standIn.ended', { subject: id })
}
