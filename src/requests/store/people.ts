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

/** The name of whoever can handle a case in the unit: a clerk of it who is active. */
export async function findHandlerName(
  tx: Tx,
  organId: number,
  { unitId, staffId }: { readonly unitId: string; readonly staffId: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('staff as s')
    .innerJoin('staffRoles as r', (join) =>
      join.onRef('r.organId', '=', 's.organId').onRef('r.staffId', '=', 's.id').on('r.role', '=', 'clerk'),
    )
    .select('s.name')
    .where('s.organId', '=', organId)
    .where('s.id', '=', staffId)
    .where('s.unitId', '=', unitId)
    .where('s.disabledAt', 'is', null)
    .executeTakeFirst()
  return row?.name
}
