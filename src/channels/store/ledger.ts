import { sql } from 'kysely'
import { upsertRows } from '../../db/bulk.ts'
import type { Tx } from '../../db/database.ts'
import type { ListTitles, PublishedTitle } from '../../ledgers/published-titles.ts'
import { refusals } from '../../refusal.ts'
import { type Counts, countOf } from '../../workbooks/counts.ts'
import { type Channel, isPlatform } from '../channel.ts'
import type { Publication } from '../publication.ts'
import { renameByAddress } from './on-record.ts'

export async function saveChannels(tx: Tx, organId: number, channels: readonly Channel[]): Promise<Counts> {
  const upsert = { table: 'channels', organId, key: ['kind', 'name'], others: [] } as const
  return countOf(await upsertRows(tx, upsert, channels))
}

/** Kind and name of every channel of the organ, the first registered first. */
export async function listChannels(tx: Tx, organId: number): Promise<{ id: string; kind: string; name: string }[]> {
  return tx.selectFrom('channels').select(['id', 'kind', 'name']).where('organId', '=', organId).orderBy('id').execute()
}

/** The channels must be on record; throws for one that is not. An item is known by its address, else by day and title. */
export async function savePublications(tx: Tx, organId: number, publications: readonly Publication[]): Promise<Counts> {
  const onRecord = await listChannels(tx, organId)
  const ids = new Map(onRecord.map(({ id, kind, name }) => [`${kind}/${name}`, id]))
  const rows = publications.map(({ channel, ...publication }) => {
    const channelId = ids.get(`${channel.kind}/${channel.name}`)
    if (!channelId) throw new Error(`channel ${channel.kind}/${channel.name} is not on record`)
    return { ...publication, channelId }
  })
  await refuseOverPlatform(tx, organId, publications)
  const key = ['channelId', 'publishedOn', 'title', 'url']
  const others = ['kind', 'originality', 'formedOn', 'withdrawnOn']
  const renamed = await renameByAddress(tx, organId, rows)
  const counts = countOf(await upsertRows(tx, { table: 'publications', organId, key, others }, rows))
  await linkByTitle(tx, organId)
  return { ...counts, changed: counts.changed + renamed, unchanged: counts.unchanged - renamed }
}

/** What stands on the platform is noted by publication: an import may repeat such a row, and not contradict it. */
async function refuseOverPlatform(tx: Tx, organId: number, publications: readonly Publication[]): Promise<void> {
  const imported = publications.filter(({ channel }) => isPlatform(channel))
  if (imported.length === 0) return
  const noted = await tx
    .selectFrom('publications')
    .select(['title', 'url', 'kind', 'originality', 'formedOn', 'publishedOn', 'withdrawnOn'])
    .where('organId', '=', organId)
    .where('recordId', 'is not', null)
    .where('url', 'like', '/%')
    .execute()
  const factsOf = ({
    kind,
    originality,
    formedOn,
    withdrawnOn,
  }: Omit<Publication, 'channel' | 'kind' | 'originality'> & { kind: string; originality: string }) =>
    [kind, originality, formedOn, withdrawnOn].join()
  for (const each of imported) {
    const known = noted.find((row) => row.url === each.url && row.title === each.title)
    if (known && factsOf(known) !== factsOf(each)) throw refusals.importOverPublished(each.title)
  }
}

/** One record, many channels: an imported row with exactly the title of one record of the organ is that record's. */
export async function linkByTitle(tx: Tx, organId: number): Promise<void> {
  await sql`
    update publications p set record_id = r.record_id
    from (select title, min(record_id::text)::uuid as record_id, min(first_published_at) as since from published_records
      where organ_id = ${organId} group by title having count(*) = 1) r
    where p.organ_id = ${organId} and p.record_id is null and p.title = r.title
      and p.published_on >= (r.since at time zone 'Asia/Shanghai')::date`.execute(tx)
}

/** What stands on the organ's channels with one of the words in its title. */
export const listPublishedTitles: ListTitles = async (tx, organId, { words, most }) => {
  const { rows } = await sql<PublishedTitle>`
    select title, '' as document_number, url, name as channel, published_on, false as is_repealed
    from publications_with_words(${words}, ${most}) publications
    join channels on channels.organ_id = ${organId} and channels.id = channel_id`.execute(tx)
  return rows
}
