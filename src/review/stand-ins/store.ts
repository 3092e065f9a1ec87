import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import * as staff from '../../organs/staff/store.ts'
import { reviewerRoles } from '../level.ts'
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

/**
 * Who stands in for whom on the day, with unit and name of the absent, a row for each of their roles that passes to another:
 * reviewing does, what they do as a clerk does not. Who has left the organ has no work to be done for them.
 */
export const standingInOn = (organId: number, day: PlainDate): RawBuilder<unknown> => sql`
  select i.stand_in_id, i.absent_id, a.name, a.unit_id, r.role from stand_ins i
    join staff a on a.organ_id = i.organ_id and a.id = i.absent_id and a.disabled_at is null
    join staff_roles r on r.organ_id = a.organ_id and r.staff_id = a.id and r.role = any(${reviewerRoles})
  where i.organ_id = ${organId} and i.ended_at is null and ${day}::date between i.from_on and i.to_on`

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
