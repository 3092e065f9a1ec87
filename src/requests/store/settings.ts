import type { Tx } from '../../db/database.ts'

/** What the organ has chosen; undefined where it has chosen nothing. */
export async function findSetting(tx: Tx, organId: number, id: string): Promise<unknown> {
  const row = await tx
    .selectFrom('organSettings')
    .select('value')
    .where('organId', '=', organId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.value
}
