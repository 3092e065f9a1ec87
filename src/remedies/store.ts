import { type RawBuilder, sql } from 'kysely'
import { upsertRows } from '../db/bulk.ts'
import type { Tx } from '../db/database.ts'
import { type Row, tableRows } from '../db/table-rows.ts'
import { type KeptRows, keptRow } from '../ledgers/rows/kept-row.ts'
import { allOf, between, countedIn, orderOf, says } from '../lists/sql.ts'
import { type Counts, countOf } from '../workbooks/counts.ts'
import { remediesLedger } from './ledger.ts'
import type { ListedRemedy } from './listed-remedy.ts'
import { Remedy } from './remedy.ts'
import { remedyRows } from './row-ledger.ts'
import type { RemedyViewName, WantedRemedies } from './wanted.ts'

/** Adds cases and brings known ones (by number) up to date. */
export async function saveAll(tx: Tx, organId: number, remedies: readonly Remedy[]): Promise<Counts> {
  const others = ['kind', 'requestNumber', 'filedOn', 'result', 'rawResult', 'concludedOn', 'isCoDefendant']
  const upsert = { table: 'remedies', organId, key: ['number'], others } as const
  return countOf(await upsertRows(tx, upsert, remedies))
}

const views: Readonly<Record<RemedyViewName, RawBuilder<unknown>>> = {
  all: sql`true`,
  pending: sql`result is null`,
  concluded: sql`result is not null`,
}

const days = { filedOn: sql`filed_on`, concludedOn: sql`concluded_on` } as const

const sortColumns = {
  number: sql`number`,
  kind: sql`array_position(${Remedy.shape.kind.options}::text[], kind)`,
  filedOn: sql`filed_on`,
  concludedOn: sql`concluded_on`,
} as const

function matching(organId: number, { q, kind, result, counting, day, from, to }: WantedRemedies) {
  const narrowed = allOf([
    kind && sql`kind = ${kind}`,
    result && sql`result = ${result}`,
    counting && sql`is_co_defendant = ${counting === 'coDefendant'}`,
    between(days[day], { from, to }),
    q && says([sql`number`, sql`request_number`, sql`raw_result`], q),
  ])
  return sql`remedies where organ_id = ${organId} and ${narrowed}`
}

/** Cases, the latest filed first unless another order was chosen; with how many stand in each view. */
export async function listRemedies(
  tx: Tx,
  organId: number,
  wanted: WantedRemedies,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ items: ListedRemedy[]; total: number; counts: RemedyCounts }> {
  const found = matching(organId, wanted)
  const chosen = orderOf(sortColumns, wanted.sort)
  const counted = await sql<RemedyCounts>`select ${countedIn(views)} from ${found}`.execute(tx)
  const { rows: items } = await sql<ListedRemedy>`
    select id, number, kind, request_number, filed_on, result, raw_result, concluded_on, is_co_defendant
    from ${found} and ${views[wanted.view]}
    order by ${chosen ? sql`${chosen}, ` : sql``} filed_on desc, number desc, id limit ${limit} offset ${offset}`.execute(
    tx,
  )
  const [counts = { all: 0, pending: 0, concluded: 0 }] = counted.rows
  return { items, counts, total: counts[wanted.view] }
}

export type RemedyCounts = Readonly<Record<RemedyViewName, number>>

const rows = tableRows('remedies')
const valuesOf = (row: Row) => remediesLedger.toValues(Remedy.parse(row))

export const keptRemedies: KeptRows = {
  id: 'remedies',
  ledger: remedyRows,
  find: async (tx, organId, id, lock) => {
    const row = await rows.find(tx, organId, id, lock)
    return row && keptRow(valuesOf(row))
  },
  listValues: async (tx, organId, among) => (await rows.list(tx, organId, among)).map(valuesOf),
  isTaken: (tx, organId, id, { number }) => rows.isTaken(tx, organId, id, { number }),
  save: (tx, organId, id, values) => rows.change(tx, organId, id, { ...Remedy.parse(remediesLedger.toEntry(values)) }),
  remove: (tx, organId, id) => rows.remove(tx, organId, [id]),
  imported: { moving: [], listImages: rows.listImages, takeBack: rows.takeBack },
  years: {
    tables: ['remedies'],
    standing: (organId) => sql`
      select 'remedies' as ledger, filed_on as day, false as is_own, id from remedies where organ_id = ${organId}`,
    ended: (organId) => sql`
      select 'remedies' as ledger, concluded_on as day, id from remedies where organ_id = ${organId}`,
  },
}
