import { sql } from 'kysely'
import { chunks, type TouchedRow } from '../../db/bulk.ts'
import type { Tx } from '../../db/database.ts'
import { refusals } from '../../refusal.ts'

/** The register that each table is, in the order in which rows are taken back: what refers goes before what is referred to. */
export const importedTables = {
  publications: { label: '信息公开渠道发布', name: 'title', ignored: ['checkedAt', 'recordId', 'hiddenOn'] },
  channels: { label: '公开渠道', name: 'name', ignored: [] },
  administrativeFees: { label: '行政事业性收费', name: 'receiptNumber', ignored: [] },
  administrativeDecisions: { label: '行政决定', name: 'number', ignored: [] },
  normativeDocuments: { label: '规章和规范性文件', name: 'documentNumber', ignored: [] },
  remedies: { label: '复议诉讼', name: 'number', ignored: [] },
  requests: { label: '政府信息公开申请', name: 'number', ignored: [] },
} as const satisfies Record<string, { label: string; name: string; ignored: readonly string[] }>
export type ImportedTable = keyof typeof importedTables
export const importedTableNames = Object.keys(importedTables) as ImportedTable[]

export interface ImportItem {
  readonly id: string
  readonly fileName: string
  readonly importedAt: Date
  readonly importedName: string | null
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly undoneAt: Date | null
  readonly undoneBy: string | null
  readonly undoReason: string | null
  /** It was made before what it changed was kept. */
  readonly isTooOld: boolean
}

/** Keeps what an import wrote, row by row, and in which act: only such an import can be undone. */
export async function keepImportRows(tx: Tx, organId: number, importId: string, touched: readonly TouchedRow[]) {
  await sql`update ledger_imports set act = nullif(current_setting('kaicheng.act', true), '')::uuid
    where organ_id = ${organId} and id = ${importId}`.execute(tx)
  for (const chunk of chunks(touched)) {
    const rows = JSON.stringify(chunk.map(({ table, id, before, after }) => ({ ledger: table, id, before, after })))
    await sql`
      insert into ledger_import_rows (organ_id, import_id, ledger, row_id, before, after)
      select ${organId}, ${importId}, ledger, id, before, after
      from jsonb_to_recordset(${rows}::jsonb) as r(ledger text, id uuid, before jsonb, after jsonb)
      on conflict do nothing`.execute(tx)
  }
}

const items = (tx: Tx, organId: number) =>
  tx
    .selectFrom('ledgerImports')
    .select(['id', 'fileName', 'importedAt', 'importedName', 'added', 'changed', 'unchanged'])
    .select(['undoneAt', 'undoneBy', 'undoReason'])
    .select(({ eb }) => eb('act', 'is', null).as('isTooOld'))
    .where('organId', '=', organId)

/** The imports of an organ, the newest first. */
export const listImports = async (tx: Tx, organId: number): Promise<ImportItem[]> =>
  (await items(tx, organId).orderBy('importedAt', 'desc').limit(200).execute()).map((row) => ({
    ...row,
    isTooOld: Boolean(row.isTooOld),
  }))

/** An import, locked until the transaction ends, so that it is undone once. */
export async function getImportForChange(tx: Tx, organId: number, id: string) {
  const row = await items(tx, organId).select('act').where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw refusals.unknownImport()
  return row
}

export interface ImportedRow {
  readonly table: ImportedTable
  readonly id: string
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>>
  /** It is no longer as the import left it. */
  readonly isChanged: boolean
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** What an import wrote to a table, each row compared with how it stands now. */
async function rowsIn(tx: Tx, organId: number, importId: string, table: ImportedTable): Promise<ImportedRow[]> {
  const ignored = sql`${importedTables[table].ignored.map(snake)}::text[]`
  const { rows } = await sql<Omit<ImportedRow, 'table'>>`
    select r.row_id as id, r.before, r.after,
      (to_jsonb(t) - ${ignored}) is distinct from (r.after - ${ignored}) as is_changed
    from ledger_import_rows r left join ${sql.table(table)} t on t.organ_id = r.organ_id and t.id = r.row_id
    where r.organ_id = ${organId} and r.import_id = ${importId} and r.ledger = ${table}`.execute(tx)
  return rows.map((row) => ({ ...row, table }))
}

/** Everything that an import wrote, in the order in which it is taken back. */
export async function listImportRows(tx: Tx, organId: number, importId: string): Promise<ImportedRow[]> {
  const all: ImportedRow[] = []
  for (const table of importedTableNames) all.push(...(await rowsIn(tx, organId, importId, table)))
  return all
}

/** Rows that others lean on now: amendments of a document, publications of a channel that the import did not bring. */
export async function listLeaning(tx: Tx, organId: number, importId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with added as (select ledger, row_id from ledger_import_rows
      where organ_id = ${organId} and import_id = ${importId} and before is null)
    select d.document_number as name from document_amendments a join added on added.row_id = a.document_id
      join normative_documents d on d.organ_id = a.organ_id and d.id = a.document_id where a.organ_id = ${organId}
    union select c.name from publications p join added on added.row_id = p.channel_id
      join channels c on c.organ_id = p.organ_id and c.id = p.channel_id
      where p.organ_id = ${organId} and p.id not in (select row_id from added)`.execute(tx)
  return rows.map(({ name }) => name)
}

/** Takes rows out that an import added. */
export async function removeRows(tx: Tx, organId: number, table: ImportedTable, ids: readonly string[]) {
  const chosen = sql`organ_id = ${organId} and`
  if (table === 'publications')
    await sql`delete from originality_flags where ${chosen} publication_id = any(${ids}::uuid[])`.execute(tx)
  await sql`delete from ${sql.table(table)} where ${chosen} id = any(${ids}::uuid[])`.execute(tx)
}

/** Puts rows back as they were before. */
export async function restoreRows(tx: Tx, organId: number, table: ImportedTable, rows: readonly ImportedRow[]) {
  for (const { id, before } of rows) {
    if (!before) continue
    const columns = Object.keys(before).filter((column) => column !== 'organ_id' && column !== 'id')
    const set = columns.map((column) => sql`${sql.ref(column)} = r.${sql.ref(column)}`)
    await sql`
      update ${sql.table(table)} t set ${sql.join(set)}
      from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(before)}::jsonb) r
      where t.organ_id = ${organId} and t.id = ${id}`.execute(tx)
  }
}

/** Notes that an import was undone. */
export async function markUndone(tx: Tx, organId: number, id: string, by: string, reason: string) {
  await tx
    .updateTable('ledgerImports')
    .set({ undoneAt: sql<Date>`now()`, undoneBy: by, undoReason: reason })
    .where('organId', '=', organId)
    .where('id', '=', id)
    .execute()
}
