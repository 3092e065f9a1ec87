import { addDays, chineseDate, type PlainDate } from '../../days/plain-date.ts'
import type { Actor } from '../../organs/actor.ts'
import { administrations, type Role } from '../../organs/role.ts'
import { type Refusal, refusals } from '../../refusal.ts'
import { reviewerRoles } from '../level.ts'
import type { NewStandIn, Person, StandIn } from './stand-in.ts'

/** Whoever is away longer needs a successor, not a stand-in. */
const longestDays = 366

const holds = (person: Person, roles: readonly Role[]): boolean => person.roles.some((role) => roles.includes(role))

/** The absent person for themself; the security administrator, who says who may do what, for others. */
export const mayArrange = ({ id, roles }: Pick<Actor, 'id' | 'roles'>, absentId: string): boolean =>
  id === absentId || roles.includes('securityAdmin')

const overlaps = (a: Pick<StandIn, 'fromOn' | 'toOn'>, b: Pick<StandIn, 'fromOn' | 'toOn'>): boolean =>
  a.fromOn <= b.toOn && b.fromOn <= a.toOn

/** Why the one may not stand in for the other then, or undefined if they may. `standing`: what was arranged and not ended. */
export function whyNotStandIn(
  actor: Pick<Actor, 'id' | 'roles' | 'today'>,
  wish: NewStandIn,
  absent: Person | undefined,
  standIn: Person | undefined,
  standing: readonly StandIn[],
): Refusal | undefined {
  if (!absent) return refusals.unknownStaff()
  if (!mayArrange(actor, wish.absentId)) return refusals.notYourStandIn()
  if (!standIn || standIn.isDisabled) return refusals.unknownStandIn()
  if (wish.standInId === wish.absentId) return refusals.standsInForOneself()
  if (absent.isDisabled || !holds(absent, reviewerRoles)) return refusals.reviewsNothing(absent.name)
  if (holds(standIn, administrations)) return refusals.administratorStandsIn(standIn.name)
  return whyNotThen(wish, actor.today, absent, standIn, standing)
}

function whyNotThen(wish: NewStandIn, today: PlainDate, absent: Person, standIn: Person, standing: readonly StandIn[]) {
  const last = addDays(today, longestDays)
  // A signature that was given is not justified afterwards.
  if (wish.fromOn < today) return refusals.standInInThePast()
  if (wish.toOn > last) return refusals.standInTooLong(chineseDate(last))
  const then = standing.filter((each) => overlaps(each, wish))
  if (then.some(({ absentId }) => absentId === absent.id)) return refusals.alreadyStandsIn()
  // Who stands in is there, and whom others rely on does not go away unnoticed: no chains, no rings.
  if (then.some(({ absentId }) => absentId === standIn.id)) return refusals.standInIsAbsent(standIn.name)
  const relies = then.find(({ standInId }) => standInId === absent.id)
  return relies && refusals.othersRelyOn(absent.name, relies.absentName)
}

/** Where it stands in time. */
export function stateOf({ fromOn, toOn, endedAt }: StandIn, today: PlainDate): 'future' | 'current' | 'past' {
  if (endedAt !== null || toOn < today) return 'past'
  return fromOn > today ? 'future' : 'current'
}
