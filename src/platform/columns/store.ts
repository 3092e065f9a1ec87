import { sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { ColumnChange, ColumnClosing } from './column.ts'

interface KeptColumn {
  readonly id: string
  readonly parentId: string | null
  readonly position: number
  readonly name: string
  readonly kind: string
  readonly scope: string
  readonly content: string
  readonly form: string
  readonly updateDays: number | null
  readonly unitId: string | null
  readonly unitName: string | null
  readonly art20Items: number[]
  readonly art21Matters: string[]
  readonly closedOn: PlainDate | null
  readonly closedReason: string
  readonly successorId: string | null
}

/** Every column of the organ, in order. */
export async function listKept(tx: Tx, organId: number): Promise<KeptColumn[]> {
  const { rows } = await sql<KeptColumn>`
    select c.id, c.parent_id, c.position, c.name, c.kind, c.scope, c.content, c.form, c.update_days, c.unit_id,
      u.name as unit_name, c.art20_items, c.art21_matters, c.closed_on, c.closed_reason, c.successor_id
    from platform_columns c left join work_units u on u.organ_id = c.organ_id and u.id = c.unit_id
    where c.organ_id = ${organId}
    order by c.position, c.id`.execute(tx)
  return rows
}

export async function add(
  tx: Tx,
  organId: number,
  column: ColumnChange & {
    readonly id: string
    readonly parentId: string
    readonly kind: string
    readonly openedOn: PlainDate
  },
): Promise<void> {
  await tx
    .insertInto('platformColumns')
    .values({ organId, ...column })
    .execute()
}

export async function save(tx: Tx, organId: number, id: string, change: Partial<ColumnChange>): Promise<void> {
  await tx.updateTable('platformColumns').set(change).where('organId', '=', organId).where('id', '=', id).execute()
}

/** Puts the column, with everything below it, under another one. */
export async function move(
  tx: Tx,
  organId: number,
  id: string,
  place: { readonly parentId: string; readonly position: number },
): Promise<void> {
  await tx.updateTable('platformColumns').set(place).where('organId', '=', organId).where('id', '=', id).execute()
}

/** Closes the column; what was merged into it before goes on with it, and the catalogue's items too. */
export async function close(
  tx: Tx,
  organId: number,
  id: string,
  { reason, successorId, on }: ColumnClosing & { readonly on: PlainDate },
): Promise<void> {
  await tx
    .updateTable('platformColumns')
    .set({ closedOn: on, closedReason: reason, successorId })
    .where('organId', '=', organId)
    .where('id', '=', id)
    .execute()
  if (successorId === null) return
  // What an earlier column had left here goes on as well.
  await tx
    .updateTable('platformColumns')
    .set({ successorId })
    .where('organId', '=', organId)
    .where('successorId', '=', id)
    .execute()
  await tx
    .updateTable('disclosureCatalogue')
    .set({ columnId: successorId })
    .where('organId', '=', organId)
    .where('columnId', '=', id)
    .execute()
}

export async function reopen(tx: Tx, organId: number, id: string): Promise<void> {
  await tx
    .updateTable('platformColumns')
    .set({ closedOn: null, closedReason: '', successorId: null })
    .where('organId', '=', organId)
    .where('id', '=', id)
    .execute()
}
