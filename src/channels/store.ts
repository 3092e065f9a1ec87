import { upsertRows } from '../db/bulk.ts'
import type { Tx } from '../db/database.ts'
import { type Counts, countOf } from '../ledgers/counts.ts'
import type { Channel } from './channel.ts'
import type { Publication } from './publication.ts'

export async function saveChannels(tx: Tx, organId: number, channels: readonly Channel[]): Promise<Counts> {
  const upsert = { table: 'channels', organId, key: ['kind', 'name'], others: [] } as const
  return countOf(await upsertRows(tx, upsert, channels))
}

/** Kind and name of every channel of the organ. */
export async function listChannels(tx: Tx, organId: number): Promise<{ id: string; kind: string; name: string }[]> {
  return tx.selectFrom('channels').select(['id', 'kind', 'name']).where('organId', '=', organId).execute()
}

/** The channels must be on record; throws for one that is not. */
export async function savePublications(tx: Tx, organId: number, publications: readonly Publication[]): Promise<Counts> {
  const onRecord = await listChannels(tx, organId)
  const ids = new Map(onRecord.map(({ id, kind, name }) => [`${kind}/${name}`, id]))
  const rows = publications.map(({ channel, ...publication }) => {
    const channelId = ids.get(`${channel.kind}/${channel.name}`)
    if (!channelId) throw new Error(`channel ${channel.kind}/${channel.name} is not on record`)
    return { ...publication, channelId }
  })
  const key = ['channelId', 'publishedOn', 'title', 'url']
  const others = ['kind', 'originality', 'formedOn', 'withdrawnOn']
  return countOf(await upsertRows(tx, { table: 'publications', organId, key, others }, rows))
}
