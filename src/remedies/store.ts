import { upsertRows } from '../db/bulk.ts'
import type { Tx } from '../db/database.ts'
import { type Counts, countOf } from '../ledgers/counts.ts'
import type { Remedy } from './remedy.ts'

/** Adds cases and brings known ones (by number) up to date. */
export async function saveAll(tx: Tx, organId: number, remedies: readonly Remedy[]): Promise<Counts> {
  const others = ['kind', 'requestNumber', 'filedOn', 'result', 'rawResult', 'concludedOn', 'isCoDefendant']
  const upsert = { table: 'remedies', organId, key: ['number'], others } as const
  return countOf(await upsertRows(tx, upsert, remedies))
}
