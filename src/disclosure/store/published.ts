import type { ExpressionBuilder, Selectable } from 'kysely'
import type { PlainDate } from '../../calendar/plain-date.ts'
import { platformChannel } from '../../channels/channel.ts'
import { publicationKindOf } from '../../channels/publication.ts'
import type { Tx } from '../../db/database.ts'
import { publishedSeal } from '../../db/row-seals.ts'
import type { DB } from '../../db/schema.ts'
import { Content } from '../content.ts'
import type { PublishedRecord } from '../record.ts'
import { standingColumn } from './columns.ts'

/** A row of `published_records` as the noun. */
export const publishedFrom = (row: Selectable<DB['publishedRecords']>): PublishedRecord => ({
  ...{ organId: row.organId, recordId: row.recordId, edition: row.edition, number: row.number, hash: row.hash },
  ...{
    indexNumber: row.indexNumber,
    content: Content.parse(row.content),
    repealedOn: row.repealedOn as PlainDate | null,
  },
  ...{ firstPublishedAt: row.firstPublishedAt.toISOString(), changedAt: row.changedAt.toISOString() },
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

/** Correcting or withdrawing the text brings no repealed document back into force. */
const keepsRepeal = ({ kind }: Content['act']): boolean => kind === 'correct' || kind === 'withdraw'

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
    ...{
      edition: out.edition,
      hash: out.hash,
      content: signedText(tx, out),
      type,
      columnId,
      title,
      documentNumber,
    },
    ...{ madeOn, effectiveFrom, validUntil, interprets },
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

/** Enters a normative document in the register, or changes its entry; repeal closes it. */
export async function enterInRegister(tx: Tx, organId: number, recordId: string, content: Content): Promise<void> {
  const { act, title, documentNumber, madeOn, effectiveFrom, validUntil } = content
  if (!madeOn) return
  const entry = {
    ...{ recordId, title, documentNumber, issuedOn: madeOn, effectiveFrom: effectiveFrom ?? madeOn, validUntil },
    ...(keepsRepeal(act)
      ? {}
      : {
          repealedOn: act.kind === 'repeal' ? act.on : null,
          repealedBy: act.kind === 'repeal' ? act.by : null,
        }),
  }
  // The number itself may be what was corrected: the document is still one.
  const { numUpdatedRows } = await tx
    .updateTable('normativeDocuments as own')
    .set(entry)
    .where('own.organId', '=', organId)
    .where('own.recordId', '=', recordId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('normativeDocuments as other')
            .select('other.id')
            .whereRef('other.organId', '=', 'own.organId')
            .where('other.documentNumber', '=', documentNumber)
            .whereRef('other.id', '<>', 'own.id'),
        ),
      ),
    )
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  await tx
    .insertInto('normativeDocuments')
    .values({ organId, kind: 'normativeDocuments', ...entry })
    .onConflict((conflict) => conflict.columns(['organId', 'documentNumber']).doUpdateSet(entry))
    .execute()
}

/** Notes in the ledger of channels that the record stands on the platform, or no longer does. */
export async function noteOnPlatform(
  tx: Tx,
  {
    organId,
    recordId,
    content,
    url,
    day,
  }: { organId: number; recordId: string; content: Content; url: string; day: PlainDate },
): Promise<void> {
  if (content.act.kind === 'withdraw') {
    await tx
      .updateTable('publications')
      .set({ withdrawnOn: day })
      .where('organId', '=', organId)
      .where('recordId', '=', recordId)
      .where('withdrawnOn', 'is', null)
      // What stands on other channels is taken down by people, and ticked off then.
      .where('channelId', 'in', (query) => platformOf(query, organId))
      .execute()
    return
  }
  const { id: channelId } = await tx
    .insertInto('channels')
    .values({ organId, ...platformChannel })
    .onConflict((conflict) => conflict.columns(['organId', 'kind', 'name']).doUpdateSet({ name: platformChannel.name }))
    .returning('id')
    .executeTakeFirstOrThrow()
  const standing = await tx
    .selectFrom('publications')
    .select('id')
    .where('organId', '=', organId)
    .where('recordId', '=', recordId)
    .where('channelId', '=', channelId)
    .where('withdrawnOn', 'is', null)
    .executeTakeFirst()
  if (standing) return
  await tx
    .insertInto('publications')
    .values({
      ...{ organId, recordId, channelId, title: content.title, url, publishedOn: day, formedOn: content.madeOn },
      kind: publicationKindOf(content.type),
      originality: content.originality,
    })
    // Withdrawn and published again on one day, it stood there all the same.
    .onConflict((conflict) =>
      conflict
        .columns(['organId', 'channelId', 'publishedOn', 'title', 'url'])
        .doUpdateSet({ withdrawnOn: null, recordId }),
    )
    .execute()
}

/** 隐去原文: the earlier text stands on other channels as well, and people must take it down there. */
export async function noteHidden(tx: Tx, organId: number, recordId: string, day: PlainDate): Promise<void> {
  await tx
    .updateTable('publications')
    .set({ hiddenOn: day })
    .where('organId', '=', organId)
    .where('recordId', '=', recordId)
    .where('withdrawnOn', 'is', null)
    .where('channelId', 'not in', (query) => platformOf(query, organId))
    .execute()
}

const platformOf = (query: ExpressionBuilder<DB, 'publications'>, organId: number) =>
  query
    .selectFrom('channels')
    .select('id')
    .where('organId', '=', organId)
    .where('kind', '=', platformChannel.kind)
    .where('name', '=', platformChannel.name)

/** A correction says otherwise whether the text is original: so it is wherever the text still stands, and doubts are settled. */
export async function noteOriginality(
  tx: Tx,
  organId: number,
  recordId: string,
  { originality }: Pick<Content, 'originality'>,
): Promise<void> {
  await tx
    .updateTable('publications')
    .set({ originality })
    .where('organId', '=', organId)
    .where('recordId', '=', recordId)
    .where('withdrawnOn', 'is', null)
    .execute()
  if (originality === 'original') return
  await tx
    .updateTable('originalityFlags')
    .set({ settledAs: 'corrected', settledAt: new Date() })
    .where('organId', '=', organId)
    .where('settledAt', 'is', null)
    .where('publicationId', 'in', (query) =>
      query.selectFrom('publications').select('id').where('organId', '=', organId).where('recordId', '=', recordId),
    )
    .execute()
}
