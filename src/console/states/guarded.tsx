import type { ReactNode } from 'react'
import type { Role } from '../../organs/role.ts'
import { holds, useMe } from '../session/me.ts'
import { Forbidden } from './not-found.tsx'

/** Shows a page only to those roles; the server refuses the others in any case. */
export function Guarded({ to, children }: { to: readonly Role[]; children: ReactNode }) {
  return holds(useMe(), to) ? children : <Forbidden />
}
