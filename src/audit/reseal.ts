import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { type PublishedKey, publishedSeal, reportSeal } from '../db/row-seals.ts'
import { seal, sealBytes, unsealUnbound, unsealUnboundBytes } from '../db/sealed.ts'
import { record } from './record.ts'

interface SealedColumn {
  readonly table: string
  readonly column: string
  /** The key beside the organ, which binds it. */
  readonly key: readonly string[]
  /** Within a JSON column: the field. */
  readonly field?: string
  readonly isBytes?: boolean
  /** Keeps the table from being changed; put off for this alone. */
  readonly guard?: string
}

/** Wherever version 0.1 kept something sealed. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'staff', column: 'totp_secret', key: ['id'] },
  { table: 'request_applicants', column: 'sealed', key: ['request_id'] },
  { table: 'request_consultations', column: 'sealed', key: ['request_id', 'id'] },
  {
    table: 'request_letters',
    column: 'sealed',
    key: ['request_id', 'seq'],
    guard: 'request_letters_append_only',
  },
  {
    table: 'request_events',
    column: 'data',
    field: 'letter',
    key: ['request_id', 'seq'],
    guard: 'request_events_append_only',
  },
  { table: 'administrative_decisions', column: 'sealed', key: ['id'] },
  { table: 'files', column: 'sealed', key: ['id'], isBytes: true },
]

/** Seals a page of old values anew, each bound to its row. Answers with how many; 0: all are done. */
export async function resealPage(tx: Tx, organId: number, column: SealedColumn): Promise<number> {
  const { table, key, field, isBytes, guard } = column
  const place = sql`concat_ws('/', ${sql.join(key.map((each) => sql.ref(each)))})`
  const own = sql.ref(column.column)
  const value = field ? sql`${own} ->> ${sql.lit(field)}` : own
  const isOld = isBytes ? sql`substring(${own} from 1 for 4) = 'KC01'::bytea` : sql`${value} like 'a256gcm.%'`
  const { rows } = await sql<{ spot: string; id: string; value: string | Buffer }>`
    select ctid::text as spot, ${place} as id, ${value} as value from ${sql.table(table)} where organ_id = ${organId} and ${isOld}
    limit ${isBytes ? 4 : 500} for update`.execute(tx)
  if (rows.length === 0) return 0
  if (guard) await sql`alter table ${sql.table(table)} disable trigger ${sql.ref(guard)}`.execute(tx)
  for (const { spot, id, value: old } of rows) {
    const bound = { table, organId, id }
    const renewed =
      typeof old === 'string'
        ? sql`${seal(unsealUnbound(old), bound)}::text`
        : sql`${await sealBytes(await unsealUnboundBytes(old), bound)}::bytea`
    const written = field ? sql`jsonb_set(${own}, ${`{${field}}`}::text[], to_jsonb(${renewed}))` : renewed
    await sql`update ${sql.table(table)} set ${own} = ${written} where ctid = ${spot}::tid`.execute(tx)
  }
  if (guard) await sql`alter table ${sql.table(table)} enable trigger ${sql.ref(guard)}`.execute(tx)
  const actor = { kind: 'system', id: null, address: '', organId } as const
  await record(tx, actor, 'rows.resealed', { subject: table, detail: { rows: rows.length } })
  return rows.length
}

/** The same for published texts, which version 0.1 did not seal. */
export async function sealPublishedPage(tx: Tx, organId: number): Promise<number> {
  const { rows } = await sql<PublishedKey>`
    select organ_id, record_id, number, edition, hash from published_records
    where organ_id = ${organId} and seal is null limit 500 for update`.execute(tx)
  if (rows.length === 0) return 0
  // It asks whether a text may go out; these went out long ago, and the text stays as it is.
  await sql`alter table published_records disable trigger published_records_signed`.execute(tx)
  for (const row of rows)
    await sql`update published_records set seal = ${publishedSeal(row)}
      where organ_id = ${organId} and record_id = ${row.recordId}`.execute(tx)
  await sql`alter table published_records enable trigger published_records_signed`.execute(tx)
  const actor = { kind: 'system', id: null, address: '', organId } as const
  await record(tx, actor, 'rows.resealed', { subject: 'published_records', detail: { rows: rows.length } })
  return rows.length
}

/** Seals the annual reports that were published before reports were sealed: in the transaction of that migration alone. */
export async function sealReports(tx: Tx): Promise<void> {
  const { rows } = await sql<{ organId: number; year: number; revision: number; print: string }>`
    select organ_id, year, revision, annual_report_print(r) as print from annual_reports r`.execute(tx)
  for (const { organId, year, revision, print } of rows)
    await sql`insert into annual_report_seals values (${organId}, ${year}, ${revision}, ${reportSeal(print)})`.execute(
      tx,
    )
}
