import type { Tx } from '../../db/database.ts'
import type { MovedColumn } from '../../platform/columns/on-moved.ts'
import { moveFindable } from '../../search/store.ts'

/** Puts records of one column into another, in lists, in public and for who searches there. */
export async function moveRecords(tx: Tx, { organId, from, to }: MovedColumn): Promise<void> {
  await tx
    .updateTable('publishedRecords')
    .set({ columnId: to })
    .where('organId', '=', organId)
    .where('columnId', '=', from)
    .execute()
  await tx
    .updateTable('informationRecords')
    .set({ columnId: to })
    .where('organId', '=', organId)
    .where('columnId', '=', from)
    .execute()
  await moveFindable(tx, organId, from, to)
}
