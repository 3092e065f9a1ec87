import { type ExpressionBuilder, sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { DB } from '../../db/schema.ts'
import type { Content } from '../../disclosure/content.ts'
import type { Likeness } from '../../disclosure/likeness.ts'
import type { MadePublic } from '../../disclosure/on-publication.ts'
import { platformChannel } from '../channel.ts'
import { publicationKindOf } from '../publication.ts'

/** Notes in the ledger of channels that the record stands on the platform, or no longer does. */
export async function noteOnPlatform(
  tx: Tx,
  { organId, recordId, content, url, day }: Pick<MadePublic, 'organId' | 'recordId' | 'content' | 'url' | 'day'>,
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
      organId,
      recordId,
      channelId,
      title: content.title,
      url,
      publishedOn: day,
      formedOn: content.madeOn,
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
  originality: Content['originality'],
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

/** What the text was found to be like stands beside its publication on the platform, to be settled there. */
export async function flagPublication(tx: Tx, organId: number, recordId: string, likeness: Likeness): Promise<void> {
  const { likeOrganId, likeRecordId, titleSimilarity, textSimilarity } = likeness
  await sql`
    insert into originality_flags (organ_id, publication_id, like_organ_id, like_record_id, title_similarity, text_similarity)
    select p.organ_id, p.id, ${likeOrganId}, ${likeRecordId}, ${titleSimilarity}, ${textSimilarity}
    from publications p
    where p.organ_id = ${organId} and p.record_id = ${recordId} and p.withdrawn_on is null
      and p.originality = 'original' and p.url like '/%'
    limit 1
    on conflict (organ_id, publication_id) do nothing`.execute(tx)
}
