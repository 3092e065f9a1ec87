import { record as audit } from '../audit/record.ts'
import type { Database, Tx } from '../db/database.ts'
import { inOrgan } from '../db/organ.ts'
import type { CorrectionState } from '../ledgers/rows/correction.ts'
import type { Actor } from '../organs/actor.ts'
import { readTyped } from '../refusal/typed.ts'
import { refusals } from '../refusal.ts'
import { entryForm } from '../workbooks/entry.ts'
import { Channel, hasAddress, isPlatform } from './channel.ts'
import { channelsLedger } from './ledger.ts'
import { publicationKindOf } from './publication.ts'
import { registerCorrection } from './register-correction.ts'
import { compareWithEarlier, countUnchecked, settleFlag } from './store/originality.ts'
import * as store from './store/publications.ts'
import type { CorrectOriginality, TakeDown, TickOff } from './tick-off.ts'

/** Registers a channel of the organ. */
export async function openChannel(tx: Tx, actor: Actor, typed: unknown): Promise<{ id: string }> {
  const channel = readTyped(Channel, readTyped(entryForm(channelsLedger, actor.today), typed))
  const id = await store.addChannel(tx, actor.organId, channel)
  await audit(tx, actor, 'channel.opened', { subject: id, detail: { ...channel } })
  return { id }
}

/**
 * Notes that a published record stands on another channel too. Refuses a day before its publication on the platform or after
 * today (a faked day is a single-item veto), and a channel on which it stands already.
 */
export async function tickOff(tx: Tx, actor: Actor, recordId: string, input: TickOff): Promise<{ id: string }> {
  const { channelId, publishedOn, url, title } = input
  const channel = await store.getChannel(tx, actor.organId, channelId)
  if (isPlatform(channel)) throw refusals.platformByItself()
  const record = await store.getTickable(tx, actor.organId, recordId)
  if (publishedOn > actor.today) throw refusals.dayInFuture('publishedOn')
  if (publishedOn < record.publishedOn) throw refusals.beforeItsPublication(record.publishedOn)
  if (hasAddress(channel.kind) && url === '') throw refusals.addressMissing()
  if (await store.standsOn(tx, actor.organId, recordId, channelId)) throw refusals.standsThere(channel.name)
  const { type, madeOn: formedOn, originality } = record
  const facts = { title: title || record.title, url, kind: publicationKindOf(type), originality, formedOn } as const
  const id = await store.addPublication(tx, actor.organId, {
    ...facts,
    channelId,
    recordId,
    publishedOn,
    withdrawnOn: null,
  })
  const detail = { record: recordId, channel: channel.name, publishedOn, url }
  await audit(tx, actor, 'publication.tickedOff', { subject: id, detail })
  return { id }
}

/** Notes the day on which something was taken down from an outside channel. */
export async function takeDown(tx: Tx, actor: Actor, id: string, { withdrawnOn }: TakeDown): Promise<void> {
  const publication = await store.getPublicationForChange(tx, actor.organId, id)
  if (publication.isPlatform) throw refusals.platformByItself()
  if (publication.withdrawnOn !== null) throw refusals.takenDownAlready(publication.withdrawnOn)
  if (withdrawnOn > actor.today) throw refusals.dayInFuture('withdrawnOn')
  if (withdrawnOn < publication.publishedOn) throw refusals.downBeforeUp(publication.publishedOn)
  await store.savePublication(tx, actor.organId, id, { withdrawnOn })
  await audit(tx, actor, 'publication.takenDown', { subject: id, detail: { withdrawnOn } })
}

/**
 * Settles the doubt whether something is original. Saying again that it is keeps it so, with the reason; another answer is a
 * correction of the register, which a second person decides, since the text of a report counts it.
 */
export async function correctOriginality(
  tx: Tx,
  actor: Actor,
  id: string,
  { originality, reason }: CorrectOriginality,
): Promise<{ state: CorrectionState }> {
  const publication = await store.getPublicationForChange(tx, actor.organId, id)
  if (originality !== publication.originality)
    return registerCorrection.get()(tx, actor, 'publications', id, { values: { originality }, reason })
  if (!(await settleFlag(tx, actor.organId, id, 'kept', reason))) throw refusals.nothingToCorrect()
  await audit(tx, actor, 'publication.originality', { subject: id, detail: { kept: originality, reason } })
  return { state: 'done' }
}

const mostAtOnce = 200

/** Compares what is marked as original with what others, or we ourselves, had published before. */
export async function checkOriginality(
  tx: Tx,
  actor: Actor,
): Promise<{ checked: number; flagged: number; left: number }> {
  const { checked, flagged } = await compareWithEarlier(tx, actor.organId, mostAtOnce)
  const left = await countUnchecked(tx, actor.organId)
  if (checked > 0) await audit(tx, actor, 'publication.compared', { detail: { checked, flagged } })
  return { checked, flagged, left }
}

/** Compares everything of the organ that waits, a part in each transaction; whoever runs it again finds nothing left. */
export async function compareAll(db: Database, actor: Actor): Promise<number> {
  let compared = 0
  for (let left = 1; left > 0; ) {
    const part = await inOrgan(db, actor.organId, (tx) => checkOriginality(tx, actor))
    compared += part.checked
    left = part.checked === 0 ? 0 : part.left
  }
  return compared
}
