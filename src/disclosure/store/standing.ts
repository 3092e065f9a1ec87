import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { ActKind } from '../content.ts'
import { EditionStatus, editionStatusLabel } from '../edition.ts'
import { openStatuses } from './editions.ts'

/** How the latest edition of a record stands; undefined of a record that is not there. */
export async function findState(tx: Tx, organId: number, recordId: string) {
  const row = await tx
    .selectFrom('editions')
    .select(['edition', 'act', 'status'])
    .where('organId', '=', organId)
    .where('recordId', '=', recordId)
    .orderBy('edition', 'desc')
    .executeTakeFirst()
  return (
    row && {
      ...row,
      label: editionStatusLabel(EditionStatus.parse(row.status), ActKind.parse(row.act)),
      isOpen: openStatuses.includes(row.status),
    }
  )
}

/** Records of these types of which an edition is being written, reviewed or waits for its hour. */
export async function listUnderWay(tx: Tx, organId: number, types: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ recordId: string }>`
    select distinct e.record_id from editions e
      join information_records r on r.organ_id = e.organ_id and r.id = e.record_id
    where e.organ_id = ${organId} and r.type = any(${[...types]}::text[]) and e.status = any(${[...openStatuses]}::text[])`.execute(
    tx,
  )
  return rows.map(({ recordId }) => recordId)
}

/** The addresses of records that are, or were, public: paths by the ids of the records. */
export async function listAddresses(
  tx: Tx,
  organId: number,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ recordId: string; address: string }>`
    select p.record_id, '/' || o.slug || '/records/' || p.number as address
    from published_records p join organs o on o.id = p.organ_id
    where p.organ_id = ${organId} and p.record_id = any(${recordIds}::uuid[])`.execute(tx)
  return new Map(rows.map(({ recordId, address }) => [recordId, address]))
}
