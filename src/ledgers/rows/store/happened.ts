import { sql } from 'kysely'
import type { Tx } from '../../../db/database.ts'
import type { ImportOfRow, LoggedAct } from '../history.ts'

/** What the log keeps of these acts on any of the subjects, the earliest first. */
export async function listActs(
  tx: Tx,
  organId: number,
  subjects: readonly string[],
  actions: readonly string[],
): Promise<LoggedAct[]> {
  const { rows } = await sql<LoggedAct>`
    select a.subject, a.at, a.action, a.detail, coalesce(s.name, '') as name, a.actor_kind
    from audit_entries a left join staff s on s.organ_id = a.organ_id and s.id::text = a.actor_id
    where a.organ_id = ${organId} and a.subject = any(${subjects}) and a.action = any(${actions}) and a.succeeded
    order by a.seq`.execute(tx)
  return rows
}

/** The imports that added or changed the row. */
export async function listImportsOfRow(tx: Tx, organId: number, rowId: string): Promise<ImportOfRow[]> {
  const { rows } = await sql<ImportOfRow>`
    select i.file_name, i.imported_at, i.imported_name, r.before is null as is_new, i.undone_at, i.undone_by, i.undo_reason
    from ledger_import_rows r join ledger_imports i on i.organ_id = r.organ_id and i.id = r.import_id
    where r.organ_id = ${organId} and r.row_id = ${rowId}`.execute(tx)
  return rows
}
