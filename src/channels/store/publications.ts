import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { allOf, between, countedIn, orderOf, says, whose } from '../../lists/sql.ts'
import { refusals } from '../../refusal.ts'
import { platformChannel } from '../channel.ts'
import type { Publication } from '../publication.ts'
import type { ChannelCount, OriginalityShare, PublicationItem } from '../publication-view.ts'
import type { PublicationViewName, WantedPublications } from '../wanted.ts'
import { formal } from './originality.ts'

const mustGo = sql`((r.withdrawn_at is not null or p.hidden_on is not null) and p.withdrawn_on is null)`
const isPlatform = sql`(c.kind = ${platformChannel.kind} and c.name = ${platformChannel.name} and p.record_id is not null)`
const views: Record<PublicationViewName, RawBuilder<unknown>> = {
  doubtful: sql`f.publication_id is not null`,
  all: sql`true`,
  standing: sql`p.withdrawn_on is null`,
  withdrawn: sql`p.withdrawn_on is not null`,
  mustGo: sql`coalesce(${mustGo}, false)`,
}
const joined = sql`publications p join channels c on c.organ_id = p.organ_id and c.id = p.channel_id
  left join published_records r on r.organ_id = p.organ_id and r.record_id = p.record_id
  left join platform_columns k on k.organ_id = p.organ_id and k.id = r.column_id
  left join originality_flags f on f.organ_id = p.organ_id and f.publication_id = p.id and f.settled_at is null`

const days = {
  publishedOn: sql`p.published_on`,
  withdrawnOn: sql`p.withdrawn_on`,
  formedOn: sql`p.formed_on`,
} as const

const sortColumns = {
  title: sql`p.title`,
  channel: sql`c.name`,
  publishedOn: sql`p.published_on`,
  originality: sql`array_position(array['original', 'repost', 'other'], p.originality)`,
} as const

function matching(organId: number, wanted: WantedPublications): RawBuilder<unknown> {
  const { channelId, kind, originality, columnId, unit, recordId, q, day, from, to } = wanted
  const narrowed = allOf([
    channelId && sql`p.channel_id = ${channelId}::uuid`,
    kind && sql`p.kind = ${kind}`,
    originality && sql`p.originality = ${originality}`,
    whose(sql`k.id`, columnId),
    whose(sql`k.unit_id`, unit),
    recordId && sql`p.record_id = ${recordId}::uuid`,
    between(days[day], { from, to }),
    q && says([sql`p.title`, sql`p.url`], q),
  ])
  return sql`${joined}
    where p.organ_id = ${organId} and ${narrowed}`
}

/** What stood where, the newest first unless another order was chosen; with how many stand in each view. */
export async function listPublications(
  tx: Tx,
  organId: number,
  wanted: WantedPublications,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ items: PublicationItem[]; total: number; counts: PublicationCounts }> {
  const found = matching(organId, wanted)
  const chosen = orderOf(sortColumns, wanted.sort)
  const counted = await sql<PublicationCounts>`select ${countedIn(views)} from ${found}`.execute(tx)
  const { rows: items } = await sql<PublicationItem>`
    select p.id, p.title, p.url, p.kind, p.originality, p.formed_on, p.published_on, p.withdrawn_on, p.record_id,
      p.channel_id, c.kind as channel_kind, c.name as channel_name, ${isPlatform} as is_platform,
      ${views.mustGo} as must_go, p.hidden_on,
      '/' || (select slug from organs where id = ${organId}) || '/records/' || r.number as address, k.name as column_name,
      f.publication_id is not null as is_doubtful
    from ${found} and ${views[wanted.view]}
    order by ${chosen ? sql`${chosen}, ` : sql``} p.published_on desc, p.id desc limit ${limit} offset ${offset}`.execute(
    tx,
  )
  const [counts = { all: 0, standing: 0, withdrawn: 0, mustGo: 0, doubtful: 0 }] = counted.rows
  return { items, counts, total: counts[wanted.view] }
}

export type PublicationCounts = Readonly<Record<PublicationViewName, number>>

/** Licences and penalties are made from a form, and are all our own (see `originality.ts`). */
const isUncompared = sql`p.originality = 'original' and p.checked_at is null
  and (r.type is null or r.type <> all(${formal}))`

const shares = sql`count(*) as count, count(*) filter (where p.originality = 'original') as originals,
  count(*) filter (where p.originality = 'repost') as reposts, count(*) filter (where p.originality = 'other') as others,
  count(f.publication_id) as doubtful,
  count(*) filter (where ${isUncompared}) as uncompared`

/** How much was published on each channel in each year; every number is a list. */
export async function countByChannel(tx: Tx, organId: number): Promise<ChannelCount[]> {
  const { rows } = await sql<ChannelCount>`
    select c.id as channel_id, c.kind, c.name, extract(year from p.published_on)::int as year, ${shares}
    from ${joined} where p.organ_id = ${organId} group by c.id, c.kind, c.name, 4 order by 4 desc, count(*) desc, c.name`.execute(
    tx,
  )
  return rows
}

/** Originality of a year by column and channel; what is linked to no record has no column. */
export async function sharesOf(tx: Tx, organId: number, year: number): Promise<OriginalityShare[]> {
  const { rows } = await sql<OriginalityShare>`
    select c.id as channel_id, c.kind, c.name, k.id as column_id, k.name as column_name, ${shares} from ${joined}
    where p.organ_id = ${organId} and extract(year from p.published_on) = ${year}::int
    group by c.id, c.kind, c.name, k.id, k.name order by c.name, count(*) desc`.execute(tx)
  return rows
}

/** What must be known of a record before it is noted on another channel. */
export interface Tickable {
  readonly title: string
  readonly type: string
  readonly madeOn: PlainDate | null
  readonly originality: Publication['originality']
  readonly publishedOn: PlainDate
}

/** The published record; refuses one that is not public. */
export async function getTickable(tx: Tx, organId: number, recordId: string): Promise<Tickable> {
  const { rows } = await sql<Tickable & { isWithdrawn: boolean }>`
    select title, type, made_on, content ->> 'originality' as originality, withdrawn_at is not null as is_withdrawn,
      (first_published_at at time zone 'Asia/Shanghai')::date as published_on
    from published_records where organ_id = ${organId} and record_id = ${recordId}`.execute(tx)
  const [row] = rows
  if (!row) throw refusals.notPublishedYet()
  if (row.isWithdrawn) throw refusals.recordWithdrawn()
  return row
}

export async function getChannel(tx: Tx, organId: number, id: string): Promise<{ kind: string; name: string }> {
  const row = await tx
    .selectFrom('channels')
    .select(['kind', 'name'])
    .where('organId', '=', organId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw refusals.unknownChannel()
  return row
}

/** Whether the record stands on the channel already. */
export async function standsOn(tx: Tx, organId: number, recordId: string, channelId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('publications')
    .select('id')
    .where('organId', '=', organId)
    .where('recordId', '=', recordId)
    .where('channelId', '=', channelId)
    .where('withdrawnOn', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function addPublication(
  tx: Tx,
  organId: number,
  publication: Omit<Publication, 'channel'> & { readonly channelId: string; readonly recordId: string },
): Promise<string> {
  const { id } = await tx
    .insertInto('publications')
    .values({ organId, ...publication })
    // Taken down and put up again on one day, with the corrected text: it stood there all the same.
    .onConflict((conflict) =>
      conflict
        .columns(['organId', 'channelId', 'publishedOn', 'title', 'url'])
        .doUpdateSet({ ...publication, hiddenOn: null }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The row, locked until the transaction ends. */
export async function getPublicationForChange(tx: Tx, organId: number, id: string) {
  const { rows } = await sql<PublicationItem>`
    select p.id, p.title, p.originality, p.published_on, p.withdrawn_on, ${isPlatform} as is_platform
    from publications p join channels c on c.organ_id = p.organ_id and c.id = p.channel_id
    where p.organ_id = ${organId} and p.id = ${id} for update of p`.execute(tx)
  const [row] = rows
  if (!row) throw refusals.unknownPublication()
  return row
}

export async function savePublication(
  tx: Tx,
  organId: number,
  id: string,
  changes: { readonly withdrawnOn: PlainDate },
): Promise<void> {
  await tx.updateTable('publications').set(changes).where('organId', '=', organId).where('id', '=', id).execute()
}

/** Opens a channel; one of the same kind and name is the same. */
export async function addChannel(tx: Tx, organId: number, channel: { kind: string; name: string }): Promise<string> {
  const { id } = await tx
    .insertInto('channels')
    .values({ organId, ...channel })
    .onConflict((conflict) => conflict.columns(['organId', 'kind', 'name']).doUpdateSet({ name: channel.name }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
