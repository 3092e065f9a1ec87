import { officeDayOf } from '../days/plain-date.ts'
import type { Database, Tx } from '../db/database.ts'
import { lookInOrgan } from '../db/organ.ts'
import { eachInTurn } from '../faults/each-in-turn.ts'
import { findReadings, inOrganWithFiles } from '../files/readings.ts'
import { standingColumn } from '../platform/columns/standing.ts'
import { byTurns } from '../search/by-turns.ts'
import { unfindable } from '../search/findable.ts'
import { listOlder, saveFindable } from '../search/store.ts'
import { findableRecord } from './findable.ts'
import { findPublished } from './store/published.ts'

/** Lets a published record be found by title, text and attached files as it now stands; a withdrawn one no longer. Throws `FilesUnread`. */
export async function makeFindable(tx: Tx, organId: number, recordId: string): Promise<void> {
  const record = await findPublished(tx, organId, recordId)
  if (!record) return
  const { content, number, indexNumber, firstPublishedAt, withdrawnAt, repealedOn } = record
  const key = { organId, kind: 'record', subjectId: recordId } as const
  const publishedOn = officeDayOf(firstPublishedAt)
  const columnId = await standingColumn(tx, organId, content.columnId)
  const placed = { ...content, columnId, day: publishedOn, repealedOn }
  if (withdrawnAt) return saveFindable(tx, key, unfindable, placed)
  const ids = content.attachments.map(({ fileId }) => fileId)
  const readings = await findReadings(tx, organId, ids)
  const files = [...readings.values()].map((reading) => (reading === 'failed' ? '' : reading.words))
  const found = { ...content, columnId }
  const findable = findableRecord({ organId, content: found, repealedOn, number, indexNumber, publishedOn, files })
  await saveFindable(tx, key, findable, placed)
}

const atATime = 50

/** Makes records findable anew that were so in an older way, the newest first. One whose files cannot be read keeps no other waiting. */
export const renewFindable = (db: Database, organId: number): Promise<void> =>
  byTurns(async () => {
    const older = await lookInOrgan(db, organId, (tx) => listOlder(tx, organId, atATime))
    await eachInTurn(
      older,
      (recordId) => inOrganWithFiles(db, organId, (tx) => makeFindable(tx, organId, recordId)),
      'some records are still found as before',
    )
    return older.length === atATime
  })
