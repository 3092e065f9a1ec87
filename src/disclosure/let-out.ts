import type { Calendar } from '../calendar/calendar.ts'
import { yearOf } from '../days/plain-date.ts'
import { nextNumber } from '../db/counters.ts'
import type { Tx } from '../db/database.ts'
import type { Actor } from '../organs/actor.ts'
import type { Organ } from '../organs/organ.ts'
import { chosen } from '../organs/settings/chosen.ts'
import * as organs from '../organs/store.ts'
import { refusals } from '../refusal.ts'
import { keepsRepeal } from './content.ts'
import { foldEdition } from './edition.ts'
import type { NewEvent } from './edition-event.ts'
import { indexNumberOf, publicNumber } from './index-number.ts'
import { makeFindable } from './make-findable.ts'
import { type MadePublic, onPublication } from './on-publication.ts'
import { openEdition } from './prepare.ts'
import type { OpenEdition } from './record.ts'
import { recordTypeOf } from './record-type.ts'
import { refold } from './refold.ts'
import { indexNumberTemplate } from './settings.ts'
import { dropCopies } from './store/copies.ts'
import { append, type EditionKey, findLive, getEvents } from './store/editions.ts'
import { mostAlike } from './store/likeness.ts'
import { findPublished, putOut } from './store/published.ts'
import { removeFromTop } from './store/top-places.ts'

/** Writes an event with all that follows from it; a publication lets the text out in the same transaction. Answers with its seq. */
export async function enact(
  tx: Tx,
  actor: Actor,
  now: Date,
  calendar: Calendar,
  found: OpenEdition,
  event: NewEvent,
): Promise<number> {
  const { record, edition, content } = found
  const key: EditionKey = { organId: record.organId, recordId: record.id, edition }
  if (event.kind === 'published') await supersede(tx, actor, now, calendar, found)
  const events = await append(tx, actor, key, now, found.events, [event])
  await refold(tx, key, events, content, calendar)
  if (event.kind === 'published') await letOut(tx, actor, now, { ...found, events })
  return events.at(-1)?.seq ?? 0
}

/** The edition that was live makes room. Its events say for whom. */
async function supersede(
  tx: Tx,
  actor: Actor,
  now: Date,
  calendar: Calendar,
  { record, edition }: OpenEdition,
): Promise<void> {
  const key = await findLive(tx, record.organId, record.id)
  if (!key || key.edition === edition) return
  const { content } = await openEdition(tx, key)
  const events = await append(tx, actor, key, now, await getEvents(tx, key), [
    { kind: 'superseded', data: { by: edition } },
  ])
  await refold(tx, key, events, content, calendar)
}

/**
 * Everything that publication does beside the event: the public's copy, number and index number on the first time, and
 * whatever other rooms note of it. The edition's row says `live` already.
 */
async function letOut(
  tx: Tx,
  actor: Actor,
  now: Date,
  { record, edition, events, content }: OpenEdition,
): Promise<void> {
  const { organId, id: recordId } = record
  const { hash } = foldEdition(events)
  if (!hash) throw refusals.notFullySigned()
  const organ = await organs.get(tx, organId)
  const before = await findPublished(tx, organId, recordId)
  const numbers = before ?? (await newNumbers(tx, actor, organ))
  const { number, indexNumber } = numbers
  await putOut(tx, { organId, recordId, edition, hash, content, number, indexNumber, now })
  await dropCopies(tx, organId, recordId)
  await makeFindable(tx, organId, recordId)
  const isMoved = before !== undefined && before.content.columnId !== content.columnId
  if (content.act.kind === 'withdraw' || isMoved) await removeFromTop(tx, organId, recordId)
  const made: MadePublic = {
    organId,
    recordId,
    content,
    isNormative: recordTypeOf(content.type).isNormative === true,
    keepsRepeal: keepsRepeal(content.act),
    before: before?.content,
    url: `/${organ.slug}/records/${number}`,
    day: actor.today,
    likeness: await mostAlike(tx, { organId, recordId, hash }),
  }
  for (const note of onPublication.all()) await note(tx, made)
}

async function newNumbers(
  tx: Tx,
  { organId, today }: Actor,
  organ: Organ,
): Promise<{ number: string; indexNumber: string }> {
  const year = yearOf(today)
  const template = await chosen(tx, organId, indexNumberTemplate)
  const count = await nextNumber(tx, { organId, series: 'record', year }, async () => 0)
  return {
    number: publicNumber(year, count),
    indexNumber: indexNumberOf(template, organ, year, count),
  }
}
