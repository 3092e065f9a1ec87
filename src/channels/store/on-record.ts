import { sql } from 'kysely'
import { enteredBy } from '../../audit/entered-by.ts'
import { chunks, noteTouched } from '../../db/bulk.ts'
import type { Tx } from '../../db/database.ts'
import { keyText, type Values } from '../../workbooks/ledger.ts'
import type { LedgerRow } from '../../workbooks/read-ledgers.ts'
import { publicationsLedger } from '../ledger.ts'
import { Publication } from '../publication.ts'
import { addressKey } from '../same-address.ts'

const noted = sql`(p.record_id is not null and p.url like '/%')`

/** What stands on the channels beside what the platform noted there itself. */
async function listOutside(tx: Tx, organId: number): Promise<Values[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select json_build_object('kind', c.kind, 'name', c.name) as channel, p.title, p.url, p.kind, p.originality, p.formed_on,
      p.published_on, p.withdrawn_on
    from publications p join channels c on c.organ_id = p.organ_id and c.id = p.channel_id
    where p.organ_id = ${organId} and not ${noted}`.execute(tx)
  return rows.map((row) => publicationsLedger.toValues(Publication.parse(row)))
}

const onChannel = ({ channelKind, channelName }: Values, ...what: (string | null | undefined)[]) =>
  keyText([channelKind, channelName, ...what])
const byAddress = (values: Values) => (values.url ? onChannel(values, addressKey(values.url)) : undefined)
const byKey = (values: Values) => onChannel(values, values.publishedOn, values.title, values.url)

/** By a key that no other has. */
function single<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
): Map<string | undefined, Item> {
  const found = [...Map.groupBy(items, keyOf)].filter(([key, alike]) => key !== undefined && alike.length === 1)
  return new Map(found.flatMap(([key, [item]]) => (item === undefined ? [] : [[key, item] as const])))
}

/**
 * The rows of a file as they are on record: what has one address on a channel is one item, however it was titled or dated before.
 * It keeps the address that it has, and what the file does not say of it.
 */
export async function publicationsOnRecord(
  tx: Tx,
  organId: number,
  rows: readonly LedgerRow[],
): Promise<readonly LedgerRow[]> {
  const outside = await listOutside(tx, organId)
  const [addresses, keys] = [single(outside, byAddress), single(outside, byKey)]
  const inFile = single(rows, ({ values }) => byAddress(values))
  return rows.map((row) => {
    const address = byAddress(row.values)
    const known = (inFile.has(address) ? addresses.get(address) : undefined) ?? keys.get(byKey(row.values))
    if (!known) return row
    const kept = Object.fromEntries([...row.unsaid, 'url'].map((id) => [id, known[id] ?? null]))
    return { ...row, values: { ...row.values, ...kept } }
  })
}

type ChannelRow = Omit<Publication, 'channel'> & { readonly channelId: string }

/**
 * Gives items that are on record under the same address the title and day that they have now. Answers with how many. What was
 * linked to a record by its title is looked for anew.
 */
export async function renameByAddress(tx: Tx, organId: number, rows: readonly ChannelRow[]): Promise<number> {
  const ofOneAddress = single(rows, ({ channelId, url }) => (url === '' ? undefined : keyText([channelId, url])))
  let renamed = 0
  for (const chunk of chunks([...ofOneAddress.values()])) {
    const { rows: done } = await sql<{ id: string; before: unknown; after: unknown }>`
      with r as (
        select * from jsonb_to_recordset(${JSON.stringify(chunk)}::jsonb) as r("channelId" uuid, url text, title text, kind text,
          originality text, "formedOn" date, "publishedOn" date, "withdrawnOn" date)
      ), standing as (
        select channel_id, url, (array_agg(id))[1] as id from publications where organ_id = ${organId} and url <> ''
        group by channel_id, url having count(*) = 1
      )
      update publications p set title = r.title, published_on = r."publishedOn", kind = r.kind, originality = r.originality,
        formed_on = r."formedOn", withdrawn_on = r."withdrawnOn", checked_at = null,
        record_id = case when p.title = r.title or ${enteredBy('publication.tickedOff', 'p')} then p.record_id end
      from r join standing s on s.channel_id = r."channelId" and s.url = r.url
      where p.organ_id = ${organId} and p.id = s.id and not ${noted}
        and (p.title, p.published_on) is distinct from (r.title, r."publishedOn")
      returning new.id as id, to_jsonb(old) as before, to_jsonb(new) as after`.execute(tx)
    noteTouched(tx, 'publications', done)
    renamed += done.length
  }
  return renamed
}
