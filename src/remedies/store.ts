import { sql } from 'kysely'
import { upsertRows } from '../db/bulk.ts'
import type { Tx } from '../db/database.ts'
import { type Row, tableRows } from '../db/table-rows.ts'
import { type KeptRows, keptRow } from '../ledgers/rows/kept-row.ts'
import { type Counts, countOf } from '../workbooks/counts.ts'
import { remediesLedger } from './ledger.ts'
import type { ListedRemedy } from './listed-remedy.ts'
import { Remedy } from './remedy.ts'
import { remedyRows } from './row-ledger.ts'

/** Adds cases and brings known ones (by number) up to date. */
export async function saveAll(tx: Tx, organId: number, remedies: readonly Remedy[]): Promise<Counts> {
  const others = ['kind', 'requestNumber', 'filedOn', 'result', 'rawResult', 'concludedOn', 'isCoDefendant']
  const upsert = { table: 'remedies', organId, key: ['number'], others } as const
  return countOf(await upsertRows(tx, upsert, remedies))
}

export interface WantedRemedies {
  readonly words: string
  readonly page: number
  readonly pageSize: number
}

/** A page of the cases, the latest filed first. */
export async function listRemedies(tx: Tx, organId: number, { words, page, pageSize }: WantedRemedies) {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<ListedRemedy & { total: number }>`
    select id, number, kind, request_number, filed_on, result, raw_result, concluded_on, is_co_defendant,
      count(*) over () as total
    from remedies where organ_id = ${organId} and (${words} = '' or number ilike ${like} or request_number ilike ${like})
    order by filed_on desc, number desc limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(tx)
  return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

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
