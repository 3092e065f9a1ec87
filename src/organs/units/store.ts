import { calledBy } from '../../db/called-by.ts'
import type { Tx } from '../../db/database.ts'
import { refusals } from '../../refusal.ts'
import { type NewUnit, type UnitChange, WorkUnit } from './unit.ts'

/** The units of an organ: the work body first, closed ones last. */
export async function list(tx: Tx, organId: number): Promise<WorkUnit[]> {
  const rows = await tx
    .selectFrom('workUnits')
    .selectAll()
    .where('organId', '=', organId)
    .orderBy((eb) => eb('closedOn', 'is not', null))
    .orderBy('isOgiWorkBody', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => WorkUnit.parse(row))
}

export async function getForChange(tx: Tx, organId: number, id: string): Promise<WorkUnit> {
  const row = await tx
    .selectFrom('workUnits')
    .selectAll()
    .where('organId', '=', organId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw refusals.unknownWorkUnit()
  return WorkUnit.parse(row)
}

/** The unit that is the organ's work body for disclosure; null before the first was set up. */
export async function findWorkBody(tx: Tx, organId: number): Promise<string | null> {
  const row = await tx
    .selectFrom('workUnits')
    .select('id')
    .where('organId', '=', organId)
    .where('isOgiWorkBody', '=', true)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Where staff may be put: a unit of this organ that is not closed. It cannot be closed until the transaction ends. */
export async function isOpenUnit(tx: Tx, organId: number, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('workUnits')
    .select('id')
    .where('organId', '=', organId)
    .where('id', '=', id)
    .where('closedOn', 'is', null)
    .forShare()
    .executeTakeFirst()
  return row !== undefined
}

export async function add(tx: Tx, organId: number, unit: NewUnit): Promise<WorkUnit> {
  const row = await tx
    .insertInto('workUnits')
    .values({ organId, ...unit })
    .returningAll()
    .executeTakeFirstOrThrow()
  return WorkUnit.parse(row)
}

export async function save(tx: Tx, organId: number, id: string, change: UnitChange): Promise<void> {
  await tx.updateTable('workUnits').set(change).where('organId', '=', organId).where('id', '=', id).execute()
}

/** Takes the mark of the work body from whichever unit has it. */
export async function unmarkWorkBody(tx: Tx, organId: number): Promise<void> {
  await tx
    .updateTable('workUnits')
    .set({ isOgiWorkBody: false })
    .where('organId', '=', organId)
    .where('isOgiWorkBody', '=', true)
    .execute()
}

export async function countStaffIn(tx: Tx, organId: number, id: string): Promise<number> {
  const { count } = await tx
    .selectFrom('staff')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organId', '=', organId)
    .where('unitId', '=', id)
    .where('disabledAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

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

/** The names of the units of these ids. */
export const namesOf = calledBy('workUnits', 'name')
