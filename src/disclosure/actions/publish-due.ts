import { record as audit } from '../../audit/record.ts'
import type { Database } from '../../db/database.ts'
import { loadCalendar } from '../../db/office-calendar.ts'
import { inOrgan } from '../../db/organ.ts'
import type { Actor } from '../../organs/actor.ts'
import { contentHash } from '../canonical.ts'
import { foldEdition, isFullySigned } from '../edition.ts'
import { enact } from '../let-out.ts'
import { openForChange } from '../prepare.ts'
import { type EditionKey, listDue } from '../store/editions.ts'

/**
 * Publishes what is scheduled for now or earlier, each in a transaction of its own: however often this runs, on however many
 * servers, and wherever it is killed, each is published once. Returns how many were.
 */
export async function publishDue(db: Database, actor: Actor, now: Date): Promise<number> {
  const due = await inOrgan(db, actor.organId, (tx) => listDue(tx, actor.organId, now))
  let published = 0
  for (const key of due) if (await publishScheduled(db, actor, now, key)) published += 1
  return published
}

const publishScheduled = (db: Database, actor: Actor, now: Date, key: EditionKey): Promise<boolean> =>
  inOrgan(db, actor.organId, async (tx) => {
    const found = await openForChange(tx, key)
    const edition = foldEdition(found.events)
    // Another server may have been faster, or somebody has called it off.
    const isDue =
      edition.status === 'scheduled' &&
      edition.scheduledFor !== null &&
      Date.parse(edition.scheduledFor) <= now.getTime()
    if (!isDue || !edition.hash || !isFullySigned(edition) || contentHash(found.content) !== edition.hash) return false
    const data = { hash: edition.hash, urgentReason: null, confirmations: [] }
    await enact(tx, actor, now, await loadCalendar(tx), found, { kind: 'published', data })
    await audit(tx, actor, 'record.publish', {
      subject: key.recordId,
      detail: { edition: key.edition, scheduled: edition.scheduledFor, hash: edition.hash },
    })
    return true
  })
