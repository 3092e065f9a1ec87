import type { Tx } from '../../db/database.ts'

/** The name of an open work unit of the organ. */
export async function findUnitName(tx: Tx, organId: number, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('workUnits')
    .select('name')
    .where('organId', '=', organId)
    .where('id', '=', id)
    .where('closedOn', 'is', null)
    .executeTakeFirst()
  return row?.name
}

/** The name of a member of staff who is active here. */
export async function findStaffName(tx: Tx, organId: number, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('staff')
    .select('name')
    .where('organId', '=', organId)
    .where('id', '=', id)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  return row?.name
}
