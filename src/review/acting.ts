import type { Role } from '../organs/role.ts'
import type { StandingIn } from './chain.ts'
import { reviewerRoles } from './level.ts'

/** A person with whomever they stand in for today. */
interface Acting {
  readonly actor: { readonly roles: readonly Role[] }
  readonly standingIn: readonly StandingIn[]
}

/** The roles in which they act: their own, and those of whoever is away. */
export const rolesOf = ({ actor, standingIn }: Acting): Role[] => [
  ...actor.roles,
  ...standingIn.map(({ role }) => role),
]

/** Who approves for the whole organ, and so for every unit. */
export const rolesForAll: readonly Role[] = reviewerRoles.filter((role) => role !== 'unitHead')

/** Whether they act in one of these roles. */
export const actsAsOneOf = (acting: Acting, roles: readonly Role[]): boolean =>
  rolesOf(acting).some((role) => roles.includes(role))

/** Whether they act for the head of this unit, who is away; for the head of none where it is null. */
export const standsForHeadOf = ({ standingIn }: Pick<Acting, 'standingIn'>, unitId: string | null): boolean =>
  unitId !== null && standingIn.some((absent) => absent.role === 'unitHead' && absent.unitId === unitId)
