import { sql } from 'kysely'
import type { PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { Role } from '../organs/role.ts'
import type { Signer, StandingIn } from './chain.ts'
import { reviewerRoles } from './level.ts'

/** For whom the person stands in on `day`, by role. */
export async function standingInOf(tx: Tx, organId: number, staffId: string, day: PlainDate): Promise<StandingIn[]> {
  const rows = await tx
    .selectFrom('standIns')
    .innerJoin('staffRoles', (join) =>
      join.onRef('staffRoles.organId', '=', 'standIns.organId').onRef('staffRoles.staffId', '=', 'standIns.absentId'),
    )
    .innerJoin('staff', (join) =>
      join.onRef('staff.organId', '=', 'standIns.organId').onRef('staff.id', '=', 'standIns.absentId'),
    )
    .select(['staffRoles.role', 'standIns.absentId', 'staff.name', 'staff.unitId'])
    .where('standIns.organId', '=', organId)
    .where('standIns.standInId', '=', staffId)
    .where('standIns.fromOn', '<=', day)
    .where('standIns.toOn', '>=', day)
    .where('standIns.endedAt', 'is', null)
    // Who has left the organ has no work to be done for them.
    .where('staff.disabledAt', 'is', null)
    // Reviewing passes to another; what the absent person does as a clerk does not.
    .where('staffRoles.role', 'in', reviewerRoles)
    .execute()
  return rows.map(({ role, absentId, name, unitId }) => ({ role: Role.parse(role), unitId, staffId: absentId, name }))
}

/** Somebody of the organ who may sign at some level. */
export type Candidate = Signer & { readonly id: string; readonly name: string }

/** Everybody who could sign in the organ on `day`, in their own right or as a stand-in. */
export async function listCandidates(tx: Tx, organId: number, day: PlainDate): Promise<Candidate[]> {
  const { rows } = await sql<{
    id: string
    name: string
    unitId: string | null
    roles: Role[]
    standingIn: StandingIn[]
  }>`
    select s.id, s.name, s.unit_id,
      array(select r.role from staff_roles r where r.organ_id = s.organ_id and r.staff_id = s.id) as roles,
      coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'unitId', a.unit_id, 'staffId', a.id, 'name', a.name))
        from stand_ins i join staff a on a.organ_id = i.organ_id and a.id = i.absent_id and a.disabled_at is null
          join staff_roles r on r.organ_id = a.organ_id and r.staff_id = a.id and r.role = any(${reviewerRoles})
        where i.organ_id = s.organ_id and i.stand_in_id = s.id and i.ended_at is null
          and ${day}::date between i.from_on and i.to_on), '[]') as standing_in
    from staff s where s.organ_id = ${organId} and s.disabled_at is null`.execute(tx)
  return rows
}

/** The roles that somebody in the organ holds. */
export async function heldRoles(tx: Tx, organId: number): Promise<Role[]> {
  const rows = await tx
    .selectFrom('staffRoles')
    .innerJoin('staff', (join) =>
      join.onRef('staff.organId', '=', 'staffRoles.organId').onRef('staff.id', '=', 'staffRoles.staffId'),
    )
    .select('staffRoles.role')
    .distinct()
    .where('staffRoles.organId', '=', organId)
    .where('staff.disabledAt', 'is', null)
    .execute()
  return rows.map(({ role }) => Role.parse(role))
}
