import { type Refusal, refusals } from '../../refusal.ts'
import { administrations, type Role, roleLabel } from '../role.ts'

/** GB/T 22239-2019 8.1.5: system, security and audit administrators are three people, and none of them handles business. */
export function whyNotTogether(roles: readonly Role[]): Refusal | undefined {
  const held = roles.filter((role) => administrations.includes(role))
  if (held.length > 1) return refusals.oneAdministration(held.map(roleLabel))
  const [administration] = held
  if (administration && roles.length > 1) return refusals.administersOnly(roleLabel(administration))
  return undefined
}
