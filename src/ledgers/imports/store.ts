import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { chunks, type TouchedRow } from '../../db/bulk.ts'
import type { Tx } from '../../db/database.ts'
import type { Image } from '../../db/table-rows.ts'
import { refusals } from '../../refusal.ts'
import { Mapping, type SheetHeads } from '../../workbooks/mapping.ts'

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

/** A row that an import wrote: as it was, null where it was not there, and as the import left it. */
export interface ImportedRow {
  readonly ledger: string
  readonly id: string
  readonly before: Image | null
  readonly after: Image
}

/** Everything that an import wrote. */
export async function listImportRows(tx: Tx, organId: number, importId: string): Promise<ImportedRow[]> {
  const { rows } = await sql<ImportedRow>`
    select ledger, row_id as id, before, after from ledger_import_rows
    where organ_id = ${organId} and import_id = ${importId} order by ledger, row_id`.execute(tx)
  return rows
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

const headsKey = ({ heads }: SheetHeads): string =>
  createHash('sha256')
    .update(JSON.stringify(heads.map(({ text }) => text)))
    .digest('hex')

/** How a sheet with the same heads was read before. */
export async function findMapping(tx: Tx, organId: number, heads: SheetHeads): Promise<Mapping | undefined> {
  const row = await tx
    .selectFrom('headMappings')
    .select('mapping')
    .where('organId', '=', organId)
    .where('ledger', '=', heads.ledger)
    .where('headsSha256', '=', headsKey(heads))
    .executeTakeFirst()
  return row && Mapping.parse(row.mapping)
}

/** Remembers how a sheet was read, for the next with the same heads. */
export async function keepMapping(tx: Tx, organId: number, heads: SheetHeads, mapping: Mapping, by: string) {
  const said = JSON.stringify(mapping)
  await tx
    .insertInto('headMappings')
    .values({ organId, ledger: heads.ledger, headsSha256: headsKey(heads), mapping: said, savedName: by })
    .onConflict((conflict) =>
      conflict
        .columns(['organId', 'ledger', 'headsSha256'])
        .doUpdateSet({ mapping: said, savedName: by, savedAt: sql<Date>`now()` })
        .where(sql<boolean>`head_mappings.mapping is distinct from excluded.mapping`),
    )
    .execute()
}
