import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Role } from '../../organs/role.ts'
import { reviewerRoles } from '../../review/review-plan.ts'
import type { StandingIn } from '../steps.ts'

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
    .select(['staffRoles.role', 'standIns.absentId', 'staff.name'])
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
  return rows.map(({ role, absentId, name }) => ({ role: role as Role, staffId: absentId, name }))
}
