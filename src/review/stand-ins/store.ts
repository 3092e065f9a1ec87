import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import * as staff from '../../organs/staff/store.ts'
import type { NewStandIn, Person, StandIn } from './stand-in.ts'

const standIns = (tx: Tx, organId: number) =>
  tx
    .selectFrom('standIns as s')
    .innerJoin('staff as absent', (join) =>
      join.onRef('absent.organId', '=', 's.organId').onRef('absent.id', '=', 's.absentId'),
    )
    .innerJoin('staff as other', (join) =>
      join.onRef('other.organId', '=', 's.organId').onRef('other.id', '=', 's.standInId'),
    )
    .select(['s.id', 's.absentId', 'absent.name as absentName', 's.standInId', 'other.name as standInName'])
    .select(['s.fromOn', 's.toOn', 's.reason', 's.endedAt'])
    .where('s.organId', '=', organId)

const mostListed = 200

/** What was arranged in the organ, the latest first. */
export async function list(tx: Tx, organId: number): Promise<StandIn[]> {
  const rows = await standIns(tx, organId)
    .orderBy('s.fromOn', 'desc')
    .orderBy('s.id', 'desc')
    .limit(mostListed)
    .execute()
  return rows.map(({ endedAt, ...row }) => ({ ...row, endedAt: endedAt?.toISOString() ?? null }))
}

/** What was arranged, not ended and not over on `day`. */
export async function listStanding(tx: Tx, organId: number, day: PlainDate): Promise<StandIn[]> {
  const rows = await standIns(tx, organId).where('s.endedAt', 'is', null).where('s.toOn', '>=', day).execute()
  return rows.map((row) => ({ ...row, endedAt: null }))
}

export async function find(tx: Tx, organId: number, id: string): Promise<StandIn | undefined> {
  const row = await standIns(tx, organId).where('s.id', '=', id).executeTakeFirst()
  return row && { ...row, endedAt: row.endedAt?.toISOString() ?? null }
}

/** Everybody in the organ. */
export async function listPeople(tx: Tx, organId: number): Promise<Person[]> {
  const members = await staff.list(tx, organId)
  return members.map(({ id, name, roles, isDisabled }) => ({ id, name, roles, isDisabled }))
}

export async function add(tx: Tx, organId: number, standIn: NewStandIn): Promise<string> {
  const { id } = await tx
    .insertInto('standIns')
    .values({ organId, ...standIn })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function end(tx: Tx, organId: number, id: string, at: Date): Promise<void> {
  await tx.updateTable('standIns').set({ endedAt: at }).where('organId', '=', organId).where('id', '=', id).execute()
}
