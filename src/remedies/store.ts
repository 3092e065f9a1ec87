import { type RawBuilder, sql } from 'kysely'
import { upsertRows } from '../db/bulk.ts'
import type { Tx } from '../db/database.ts'
import { type Row, tableRows } from '../db/table-rows.ts'
import { type KeptRows, keptRow } from '../ledgers/rows/kept-row.ts'
import { allOf, between, countedIn, orderOf, says } from '../lists/sql.ts'
import { refusals } from '../refusal.ts'
import { type Counts, countOf } from '../workbooks/counts.ts'
import { findRegistered } from './cases/store/known.ts'
import { remediesLedger } from './ledger.ts'
import type { ListedRemedy } from './listed-remedy.ts'
import { Remedy } from './remedy.ts'
import { remedyRows } from './row-ledger.ts'
import type { RemedyViewName, WantedRemedies } from './wanted.ts'

/** Adds cases and brings known ones (by number) up to date. Refuses those that are worked on here. */
export async function saveAll(tx: Tx, organId: number, remedies: readonly Remedy[]): Promise<Counts> {
  const registered = await findRegistered(
    tx,
    organId,
    remedies.map(({ number }) => number),
  )
  if (registered !== undefined) throw refusals.ledgerNamesRegistered(registered)
  const others = ['kind', 'requestNumber', 'filedOn', 'result', 'rawResult', 'concludedOn', 'isCoDefendant']
  const upsert = { table: 'remedies', organId, key: ['number'], others } as const
  return countOf(await upsertRows(tx, upsert, remedies))
}

const views: Readonly<Record<RemedyViewName, RawBuilder<unknown>>> = {
  all: sql`true`,
  due: sql`due_on is not null`,
  pending: sql`result is null and status is distinct from 'cancelled'`,
  concluded: sql`result is not null`,
}

const days = { filedOn: sql`filed_on`, concludedOn: sql`concluded_on` } as const

const sortColumns = {
  number: sql`number`,
  kind: sql`array_position(${Remedy.shape.kind.options}::text[], kind)`,
  filedOn: sql`filed_on`,
  concludedOn: sql`concluded_on`,
  dueOn: sql`due_on`,
} as const

/** Imported rows, and beside them the cases that are worked on here. */
const both = (organId: number) => sql`(
  select id, number, kind, request_number, filed_on, result, raw_result, concluded_on, is_co_defendant, null as status,
    null::date as due_on, '' as due_what, '' as other_numbers
  from remedies where organ_id = ${organId}
  union all select c.id, c.number, c.kind, r.number, c.filed_on, c.result, c.raw_result, c.concluded_on, c.is_co_defendant, c.status,
    c.due_on, c.due_what, array_to_string(c.numbers, ' ')
  from remedy_cases c left join requests r on r.organ_id = c.organ_id and r.id = c.request_id where c.organ_id = ${organId}) m`

function matching(organId: number, { q, kind, result, origin, counting, day, from, to }: WantedRemedies) {
  const narrowed = allOf([
    kind && sql`kind = ${kind}`,
    result && sql`result = ${result}`,
    origin && sql`(status is null) = ${origin === 'imported'}`,
    counting && sql`is_co_defendant = ${counting === 'coDefendant'}`,
    between(days[day], { from, to }),
    q && says([sql`number`, sql`other_numbers`, sql`request_number`, sql`raw_result`], q),
  ])
  return sql`${both(organId)} where ${narrowed}`
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
    select id, number, kind, request_number, filed_on, result, raw_result, concluded_on, is_co_defendant, status, due_on, due_what
    from ${found} and ${views[wanted.view]}
    order by ${chosen ? sql`${chosen}, ` : wanted.view === 'due' ? sql`due_on, ` : sql``} filed_on desc, number desc, id limit ${limit} offset ${offset}`.execute(
    tx,
  )
  const [counts = { all: 0, due: 0, pending: 0, concluded: 0 }] = counted.rows
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
  isTaken: async (tx, organId, id, { number }) =>
    (await rows.isTaken(tx, organId, id, { number })) ||
    (typeof number === 'string' && (await findRegistered(tx, organId, [number])) !== undefined),
  save: (tx, organId, id, values) => rows.change(tx, organId, id, { ...Remedy.parse(remediesLedger.toEntry(values)) }),
  remove: (tx, organId, id) => rows.remove(tx, organId, [id]),
  imported: { moving: [], listImages: rows.listImages, takeBack: rows.takeBack },
  years: {
    tables: ['remedies', 'remedy_cases'],
    standing: (organId) => sql`
      select 'remedies' as ledger, filed_on as day, false as is_own, id from remedies where organ_id = ${organId}
      union all select 'remedies', filed_on, true, id from remedy_cases where organ_id = ${organId} and status <> 'cancelled'`,
    ended: (organId) => sql`
      select 'remedies' as ledger, concluded_on as day, id from remedies where organ_id = ${organId}
      union all select 'remedies', concluded_on, id from remedy_cases where organ_id = ${organId}`,
  },
}
