import { type Role, roleLabel } from '../organs/role.ts'
import type { Session, Stage } from '../organs/session/session.ts'
import { type Refusal, refusals } from '../refusal.ts'

/** Who may call a route: everybody, who has at least given a password, who is signed in, or who holds one of the roles. */
export type Access = 'public' | 'signingIn' | 'signedIn' | { readonly roles: readonly Role[] }

/** Who calls, if anybody that is known. */
export interface Visitor extends Pick<Session, 'roles'> {
  readonly stage: Stage
}

/** Why the route is shut for this visitor, or undefined if it is open. */
export function whyShut(access: Access, visitor: Visitor | undefined): Refusal | undefined {
  if (access === 'public') return undefined
  if (!visitor) return refusals.signedOut()
  if (access === 'signingIn') return undefined
  if (visitor.stage !== 'in') return refusals.signingIn()
  if (access === 'signedIn' || access.roles.some((role) => visitor.roles.includes(role))) return undefined
  return refusals.notYours(access.roles.map(roleLabel))
}
