import { sql } from 'kysely'
import { enteredBy } from '../../audit/entered-by.ts'
import type { Tx } from '../../db/database.ts'
import { type AmongRows, tableRows } from '../../db/table-rows.ts'
import { type KeptRow, type KeptRows, keptRow } from '../../ledgers/rows/kept-row.ts'
import { refusals } from '../../refusal.ts'
import type { Values } from '../../workbooks/ledger.ts'
import { Channel, isPlatform } from '../channel.ts'
import { channelsLedger, publicationsLedger } from '../ledger.ts'
import { Publication } from '../publication.ts'
import { channelRows, publicationRows } from '../row-ledger.ts'
import { toldOfChannels, toldOfPublications } from '../told.ts'
import { linkByTitle } from './ledger.ts'
import { settleFlag } from './originality.ts'

const channels = tableRows('channels')
const publications = tableRows('publications')

async function countPublications(tx: Tx, organId: number, channelId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from publications where organ_id = ${organId} and channel_id = ${channelId}`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Those of the channels on which something stands beside these publications, by their names. */
async function listUsed(tx: Tx, organId: number, ids: readonly string[], but: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct c.name from publications p join channels c on c.organ_id = p.organ_id and c.id = p.channel_id
    where p.organ_id = ${organId} and c.id = any(${ids}::uuid[]) and p.id <> all(${but}::uuid[])`.execute(tx)
  return rows.map(({ name }) => name)
}

/** The platform's own channel is noted by publication. */
export const keptChannels: KeptRows = {
  id: 'channels',
  ledger: channelRows,
  told: toldOfChannels,
  find: async (tx, organId, id, lock) => {
    const row = await channels.find(tx, organId, id, lock)
    if (!row) return undefined
    const channel = Channel.parse(row)
    const values = channelsLedger.toValues(channel)
    if (isPlatform(channel)) return keptRow(values, { both: refusals.platformByItself() })
    const count = await countPublications(tx, organId, id)
    return keptRow(values, { remove: count > 0 ? refusals.channelHasPublications(count) : null })
  },
  listValues: async (tx, organId, among) =>
    (await channels.list(tx, organId, among)).map((row) => channelsLedger.toValues(Channel.parse(row))),
  isTaken: (tx, organId, id, { kind, name }) => channels.isTaken(tx, organId, id, { kind, name }),
  save: (tx, organId, id, values) =>
    channels.change(tx, organId, id, { ...Channel.parse(channelsLedger.toEntry(values)) }),
  remove: (tx, organId, id) => channels.remove(tx, organId, [id]),
  imported: {
    moving: [],
    listImages: channels.listImages,
    listLater: async (tx, organId, { added }, everyAdded) =>
      (await listUsed(tx, organId, added, everyAdded)).map((name) => `“${name}”`),
    takeBack: channels.takeBack,
  },
}

async function findPublication(tx: Tx, organId: number, id: string, lock: boolean): Promise<KeptRow | undefined> {
  const row = await publications.find(tx, organId, id, lock)
  if (!row) return undefined
  const channel = await getChannelOf(tx, organId, id)
  const values = publicationsLedger.toValues(Publication.parse({ ...row, channel }))
  if (row.recordId === null || !isPlatform(channel)) return keptRow(values)
  const others = publicationRows.columns.filter((column) => column.id !== 'originality')
  return keptRow(values, {
    remove: refusals.platformByItself(),
    shut: Object.fromEntries(others.map((column) => [column.id, '由平台发布、撤回时自动登记，不在此更正'])),
  })
}

/** What stands on the platform's own channel, too. */
async function listValues(tx: Tx, organId: number, among: AmongRows): Promise<Values[]> {
  const { rows } = await sql<{ id: string; kind: string; name: string }>`
    select id, kind, name from channels where organ_id = ${organId}`.execute(tx)
  const byId = new Map<unknown, unknown>(rows.map((channel) => [channel.id, channel]))
  const found = await publications.list(tx, organId, among)
  return found
    .map((row) => ({ row, publication: Publication.parse({ ...row, channel: byId.get(row.channelId) }) }))
    .filter(({ row, publication }) => row.recordId === null || !isPlatform(publication.channel))
    .map(({ publication }) => publicationsLedger.toValues(publication))
}

const getChannelOf = (tx: Tx, organId: number, id: string) =>
  tx
    .selectFrom('publications')
    .innerJoin('channels', (join) =>
      join.onRef('channels.organId', '=', 'publications.organId').onRef('channels.id', '=', 'publications.channelId'),
    )
    .select(['channels.id', 'channels.kind', 'channels.name', 'publications.originality'])
    .where('publications.organId', '=', organId)
    .where('publications.id', '=', id)
    .executeTakeFirstOrThrow()

async function getChannelId(tx: Tx, organId: number, { kind, name }: Channel): Promise<string> {
  const found = await tx
    .selectFrom('channels')
    .select('id')
    .where('organId', '=', organId)
    .where('kind', '=', kind)
    .where('name', '=', name)
    .executeTakeFirst()
  if (!found) throw refusals.noChannelOfThatName()
  return found.id
}

/**
 * What is linked by its title follows its title; what was noted on another channel by hand stays with its record. Another word on
 * its originality settles the doubt of it.
 */
async function savePublication(tx: Tx, organId: number, id: string, values: Values, reason: string): Promise<void> {
  const { channel, ...publication } = Publication.parse(publicationsLedger.toEntry(values))
  const channelId = await getChannelId(tx, organId, channel)
  const before = await getChannelOf(tx, organId, id)
  if (before.id !== channelId && isPlatform(channel)) throw refusals.platformByItself()
  await sql`
    update publications p set record_id = null, checked_at = null
    where organ_id = ${organId} and id = ${id} and title <> ${publication.title}
      and not ${enteredBy('publication.tickedOff', 'p')}`.execute(tx)
  await publications.change(tx, organId, id, { ...publication, channelId })
  await linkByTitle(tx, organId)
  await refuseBeforeRecord(tx, organId, id)
  if (before.originality !== publication.originality) await settleFlag(tx, organId, id, 'corrected', reason)
}

async function refuseBeforeRecord(tx: Tx, organId: number, id: string): Promise<void> {
  const { rows } = await sql<{ day: string }>`
    select (r.first_published_at at time zone 'Asia/Shanghai')::date as day from publications p
      join published_records r on r.organ_id = p.organ_id and r.record_id = p.record_id
    where p.organ_id = ${organId} and p.id = ${id}
      and p.published_on < (r.first_published_at at time zone 'Asia/Shanghai')::date`.execute(tx)
  if (rows[0]) throw refusals.beforeItsPublication(rows[0].day)
}

async function isTaken(tx: Tx, organId: number, id: string, values: Values): Promise<boolean> {
  const { rows } = await sql`
    select p.id from publications p join channels c on c.organ_id = p.organ_id and c.id = p.channel_id
    where p.organ_id = ${organId} and p.id <> ${id} and c.kind = ${values.channelKind} and c.name = ${values.channelName}
      and p.published_on = ${values.publishedOn} and p.title = ${values.title} and p.url = ${values.url ?? ''}
    limit 1`.execute(tx)
  return rows.length > 0
}

/** With the doubts of their originality. */
async function remove(tx: Tx, organId: number, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    delete from originality_flags where organ_id = ${organId} and publication_id = any(${ids}::uuid[])`.execute(tx)
  await publications.remove(tx, organId, ids)
}

/** What stands on the platform is noted by publication and withdrawal. */
export const keptPublications: KeptRows = {
  id: 'publications',
  ledger: publicationRows,
  told: toldOfPublications,
  find: findPublication,
  listValues,
  isTaken,
  save: savePublication,
  remove: (tx, organId, id) => remove(tx, organId, [id]),
  imported: {
    moving: ['checked_at', 'record_id', 'hidden_on'],
    listImages: publications.listImages,
    takeBack: async (tx, organId, { added, changed }) => {
      await remove(tx, organId, added)
      await publications.restore(tx, organId, changed)
    },
  },
  years: {
    tables: ['publications'],
    standing: (organId) => sql`
      select 'publications' as ledger, published_on as day,
        (record_id is not null and url like '/%') or ${enteredBy('publication.tickedOff', 'p')} as is_own, id
      from publications p where organ_id = ${organId}`,
  },
}
