import { record as audit } from '../../audit/record.ts'
import { loadCalendar } from '../../calendar/notices/store.ts'
import type { Database } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { eachInTurn } from '../../faults/each-in-turn.ts'
import { inOrganWithFiles } from '../../files/readings.ts'
import type { Actor } from '../../organs/actor.ts'
import { eventAtMinute, isDue } from '../by-the-clock.ts'
import { foldEdition } from '../edition.ts'
import { findingsOf } from '../gates/pass.ts'
import { tellOfHeld } from '../held-mail.ts'
import { enact } from '../let-out.ts'
import { openForChange } from '../prepare.ts'
import { type EditionKey, listDue } from '../store/editions.ts'

/**
 * Publishes what is scheduled for now or earlier, each in a transaction of its own: however often this runs, on however many
 * servers, and wherever it is killed, each is published once. What the gates no longer let through is held, and those
 * concerned are told. Trouble with one does not keep the others waiting. Returns how many were published.
 */
export async function publishDue(db: Database, actor: Actor, now: Date): Promise<number> {
  const due = await inOrgan(db, actor.organId, (tx) => listDue(tx, actor.organId, now))
  let published = 0
  const publishOne = async (key: EditionKey) => {
    if (await publishScheduled(db, actor, now, key)) published += 1
  }
  await eachInTurn(due, publishOne, 'some records could not be published by the clock')
  return published
}

const publishScheduled = (db: Database, actor: Actor, now: Date, key: EditionKey): Promise<boolean> =>
  inOrganWithFiles(db, actor.organId, async (tx) => {
    const found = await openForChange(tx, key)
    const edition = foldEdition(found.events)
    // Another server may have been faster, or somebody has called it off.
    if (!isDue(edition, found.content, now)) return false
    const event = eventAtMinute(edition, found.events, await findingsOf(tx, found, actor.today))
    await enact(tx, actor, now, await loadCalendar(tx), found, event)
    const isOut = event.kind === 'published'
    await audit(tx, actor, isOut ? 'record.publish' : 'record.held', {
      subject: key.recordId,
      detail: { edition: key.edition, scheduled: edition.scheduledFor, hash: edition.hash },
    })
    if (event.kind === 'held') await tellOfHeld(tx, found, event.data)
    return isOut
  })
