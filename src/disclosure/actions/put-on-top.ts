import { record as audit } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { findWorkBody } from '../../organs/units/store.ts'
import { refusals } from '../../refusal.ts'
import { getRecordForChange } from '../store/editions.ts'
import { getPlaceInLists, lockColumnOf, type PlaceInLists, putFirst, removeFromTop } from '../store/top-places.ts'
import { latestOnTop, mostOnTop, type PutOnTop, whyNotOnTop } from '../top-place.ts'

/** 置顶: puts a published record first in the lists of its column up to the end of a day within a year, or changes the day. */
export async function putOnTop(
  tx: Tx,
  actor: Actor,
  now: Date,
  recordId: string,
  { lastDay }: PutOnTop,
): Promise<void> {
  const { onTop, othersOnTop } = await place(tx, actor, recordId)
  if (lastDay < actor.today || lastDay > latestOnTop(actor.today))
    throw refusals.notADayOnTop(actor.today, latestOnTop(actor.today))
  if (!onTop && othersOnTop >= mostOnTop) throw refusals.topIsFull(mostOnTop)
  await putFirst(tx, { organId: actor.organId, recordId }, { lastDay, setAt: now, setName: actor.name })
  await audit(tx, actor, 'record.onTop', {
    subject: recordId,
    detail: { before: onTop?.lastDay ?? null, after: lastDay },
  })
}

/** Ends the 置顶 of a record before its last day. */
export async function takeFromTop(tx: Tx, actor: Actor, recordId: string): Promise<void> {
  const { onTop } = await place(tx, actor, recordId)
  if (!onTop) return
  await removeFromTop(tx, actor.organId, recordId)
  await audit(tx, actor, 'record.offTop', { subject: recordId, detail: { before: onTop.lastDay, after: null } })
}

async function place(tx: Tx, actor: Actor, recordId: string): Promise<PlaceInLists> {
  const { organId, today } = actor
  const record = await getRecordForChange(tx, organId, recordId)
  await lockColumnOf(tx, { organId, recordId })
  const found = await getPlaceInLists(tx, { organId, recordId }, today)
  const refusal = whyNotOnTop({ ...found, actor, record, workBodyId: await findWorkBody(tx, organId) })
  if (refusal) throw refusal
  return found
}
