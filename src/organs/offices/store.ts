import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { refusals } from '../../refusal.ts'
import { type NewOffice, Office } from './office.ts'

const offices = (tx: Tx, organId: number) =>
  tx
    .selectFrom('offices')
    .innerJoin('staff', (join) =>
      join.onRef('staff.organId', '=', 'offices.organId').onRef('staff.id', '=', 'offices.staffId'),
    )
    .where('offices.organId', '=', organId)
    .select(['offices.id', 'staffId', 'staff.name as staffName', 'office', 'fromOn', 'toOn'])

/** Who holds and held which office, those in office first. */
export async function list(tx: Tx, organId: number): Promise<Office[]> {
  const rows = await offices(tx, organId)
    .orderBy((eb) => eb('toOn', 'is not', null))
    .orderBy('fromOn')
    .orderBy('offices.id')
    .execute()
  return rows.map((row) => Office.parse(row))
}

export async function getForChange(tx: Tx, organId: number, id: string): Promise<Office> {
  const row = await offices(tx, organId).where('offices.id', '=', id).forUpdate('offices').executeTakeFirst()
  if (!row) throw refusals.unknownOffice()
  return Office.parse(row)
}

export async function add(tx: Tx, organId: number, office: NewOffice): Promise<string> {
  const { id } = await tx
    .insertInto('offices')
    .values({ organId, ...office })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function end(tx: Tx, organId: number, id: string, toOn: PlainDate): Promise<void> {
  await tx.updateTable('offices').set({ toOn }).where('organId', '=', organId).where('id', '=', id).execute()
}
