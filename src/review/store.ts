import { sql } from 'kysely'
import type { PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import type { Role } from '../organs/role.ts'
import type { Signer, StandingIn } from './chain.ts'
import { standingInOn } from './stand-ins/store.ts'

/** For whom the person stands in on `day`, by role; by name, as their turns say it. */
export async function standingInOf(tx: Tx, organId: number, staffId: string, day: PlainDate): Promise<StandingIn[]> {
  const { rows } = await sql<StandingIn>`
    select role, unit_id, absent_id as staff_id, name from (${standingInOn(organId, day)}) i
    where stand_in_id = ${staffId} order by name, absent_id, role`.execute(tx)
  return rows
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
    with standing_in as (${standingInOn(organId, day)})
    select s.id, s.name, s.unit_id,
      array(select r.role from staff_roles r where r.organ_id = s.organ_id and r.staff_id = s.id) as roles,
      coalesce((select jsonb_agg(jsonb_build_object('role', i.role, 'unitId', i.unit_id, 'staffId', i.absent_id, 'name', i.name)
        order by i.name, i.absent_id, i.role) from standing_in i where i.stand_in_id = s.id), '[]') as standing_in
    from staff s where s.organ_id = ${organId} and s.disabled_at is null`.execute(tx)
  return rows
}
