import type { Selectable } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { publishedSeal } from '../../db/row-seals.ts'
import type { DB } from '../../db/schema.ts'
import { standingColumn } from '../../platform/columns/standing.ts'
import { Content, keepsRepeal } from '../content.ts'
import type { PublishedRecord } from '../record.ts'

/** A row of `published_records` as the noun. */
export const publishedFrom = (row: Selectable<DB['publishedRecords']>): PublishedRecord => ({
  organId: row.organId,
  recordId: row.recordId,
  edition: row.edition,
  number: row.number,
  hash: row.hash,
  indexNumber: row.indexNumber,
  content: Content.parse(row.content),
  repealedOn: row.repealedOn,
  firstPublishedAt: row.firstPublishedAt.toISOString(),
  changedAt: row.changedAt.toISOString(),
  withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
})

/** What the public sees of the record now; undefined before its first publication. */
export async function findPublished(tx: Tx, organId: number, recordId: string): Promise<PublishedRecord | undefined> {
  const row = await tx
    .selectFrom('publishedRecords')
    .selectAll()
    .where('organId', '=', organId)
    .where('recordId', '=', recordId)
    .executeTakeFirst()
  return row && publishedFrom(row)
}

export interface LettingOut {
  readonly organId: number
  readonly recordId: string
  readonly edition: number
  readonly hash: string
  readonly content: Content
  readonly number: string
  readonly indexNumber: string
  readonly now: Date
}

/** What is said of the document from then on, whatever is corrected later. */
const repealOf = (act: Content['act']) =>
  act.kind === 'repeal'
    ? { repealedOn: act.on, repealedBy: act.by, repealReason: act.reason }
    : { repealedOn: null, repealedBy: null, repealReason: null }

/** The text as it was saved and signed, word for word; the database compares them. */
const signedText = (tx: Tx, { organId, recordId, edition, hash }: Omit<LettingOut, 'content' | 'now'>) =>
  tx
    .selectFrom('revisions')
    .select('content')
    .where('organId', '=', organId)
    .where('recordId', '=', recordId)
    .where('edition', '=', edition)
    .where('hash', '=', hash)
    .limit(1)

/** Puts the signed text where the public sees it. The database refuses one that was not signed as it stands. */
export async function putOut(tx: Tx, { content, now, ...out }: LettingOut): Promise<void> {
  const { act, type, title, documentNumber, madeOn, effectiveFrom, validUntil, interprets } = content
  const columnId = await standingColumn(tx, out.organId, content.columnId)
  const seen = {
    edition: out.edition,
    hash: out.hash,
    content: signedText(tx, out),
    type,
    columnId,
    title,
    documentNumber,
    madeOn,
    effectiveFrom,
    validUntil,
    interprets,
    ...(keepsRepeal(act) ? {} : repealOf(act)),
    seal: publishedSeal(out),
    withdrawnAt: act.kind === 'withdraw' ? now : null,
    changedAt: now,
  }
  await tx
    .insertInto('publishedRecords')
    .values({ ...out, ...seen, firstPublishedAt: now })
    .onConflict((conflict) => conflict.columns(['organId', 'recordId']).doUpdateSet(seen))
    .execute()
}
