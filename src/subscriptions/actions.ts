import type { Tx } from '../db/database.ts'
import { newId } from '../db/new-id.ts'
import { queueMailOutside } from '../mail/outbox.ts'
import { chosen } from '../organs/settings/chosen.ts'
import { aboutRequest } from './about.ts'
import { codeOf } from './code.ts'
import { confirmHours, mostRefusals } from './settings.ts'
import { noteStanding } from './store/news.ts'
import * as store from './store/subscribers.ts'
import type { Topic } from './topic.ts'

/** Keeps what somebody wants to hear of until its address confirms it, and queues the mail that asks for that. */
export async function askToSubscribe(tx: Tx, organId: number, address: string, topic: Topic): Promise<void> {
  const hours = await chosen(tx, organId, confirmHours)
  const id = await store.addRequest(tx, organId, { address, topic, hours })
  await queueMailOutside(tx, organId, aboutRequest(id))
}

/**
 * Begins the subscription that a code confirms, and answers the code that changes and ends it; undefined for a code that was used
 * before or whose time is over. What stands in public already is news to nobody.
 */
export async function confirmSubscription(tx: Tx, organId: number, code: string): Promise<string | undefined> {
  const request = await store.findRequestByCode(tx, organId, code)
  // Of two at the same moment the later one finds it gone.
  if (!request || !(await store.removeRequest(tx, organId, request.id))) return undefined
  if (!(await store.isAnybody(tx, organId))) await noteStanding(tx, organId, newId())
  const id = await store.subscribe(tx, organId, request.address, request.topic)
  return codeOf('subscriber', organId, id)
}

/** What became of a subscription; undefined: the code is nobody's. */
export type Changed = 'kept' | 'ended' | undefined

/** Keeps of a subscription what `isKept` says; one of which nothing is kept ends, and its address is removed. */
export async function changeSubscription(
  tx: Tx,
  organId: number,
  code: string,
  isKept: (topic: Topic) => boolean,
): Promise<Changed> {
  const subscriber = await store.findByCode(tx, organId, code)
  if (!subscriber) return undefined
  const topics = await store.topicsOf(tx, subscriber)
  if (!topics.some(isKept)) {
    await store.remove(tx, subscriber)
    return 'ended'
  }
  for (const topic of topics) if (!isKept(topic)) await store.unsubscribe(tx, subscriber, topic)
  return 'kept'
}

/** Ends a subscription and removes its address; one that has ended already stays so. */
export const endSubscription = (tx: Tx, organId: number, code: string): Promise<Changed> =>
  changeSubscription(tx, organId, code, () => false)

/** Notes how a mail to a subscriber ended: one whose server refuses too many in a row is removed. */
export async function noteDelivery(tx: Tx, organId: number, id: string, how: 'sent' | 'refused'): Promise<void> {
  const subscriber = { organId, id }
  const refusals = await store.countRefusals(tx, subscriber, how)
  if (refusals >= (await chosen(tx, organId, mostRefusals))) await store.remove(tx, subscriber)
}
