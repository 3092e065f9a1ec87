import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

/** What an organ has chosen. */
export async function list(tx: Tx, organId: number): Promise<ReadonlyMap<string, unknown>> {
  const rows = await tx.selectFrom('organSettings').select(['id', 'value']).where('organId', '=', organId).execute()
  return new Map(rows.map(({ id, value }) => [id, value]))
}

/** What an organ has chosen for one setting; undefined where nothing. */
export async function find(tx: Tx, organId: number, id: string): Promise<unknown> {
  const row = await tx
    .selectFrom('organSettings')
    .select('value')
    .where('organId', '=', organId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.value
}

export async function save(tx: Tx, organId: number, id: string, value: unknown): Promise<void> {
  const json = sql<string>`${JSON.stringify(value)}::jsonb`
  await tx
    .insertInto('organSettings')
    .values({ organId, id, value: json })
    .onConflict((conflict) => conflict.columns(['organId', 'id']).doUpdateSet({ value: json }))
    .execute()
}
