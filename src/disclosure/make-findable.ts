import { officeDayOf } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { findReadings } from '../files/readings.ts'
import { standingColumn } from '../platform/columns/standing.ts'
import { findableOf, unfindable } from './search/tokens.ts'
import { findPublished } from './store/published.ts'
import { saveFindable } from './store/search.ts'

/** Lets a published record be found by title, text and attached files as it now stands; a withdrawn one no longer. Throws `FilesUnread`. */
export async function makeFindable(tx: Tx, organId: number, recordId: string): Promise<void> {
  const record = await findPublished(tx, organId, recordId)
  if (!record) return
  const { content, number, indexNumber, firstPublishedAt, withdrawnAt, repealedOn } = record
  const term = { ...content, repealedOn }
  if (withdrawnAt) return saveFindable(tx, organId, recordId, unfindable, term)
  const ids = content.attachments.map(({ fileId }) => fileId)
  const readings = await findReadings(tx, organId, ids)
  const files = [...readings.values()].map((reading) => (reading === 'failed' ? '' : reading.words))
  const publishedOn = officeDayOf(firstPublishedAt)
  const columnId = await standingColumn(tx, organId, content.columnId)
  const found = { ...content, columnId }
  const findable = findableOf({ organId, content: found, repealedOn, number, indexNumber, publishedOn, files })
  await saveFindable(tx, organId, recordId, findable, term)
}
