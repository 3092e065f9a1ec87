import type { PlainDate } from '../days/plain-date.ts'
import type { Role } from './role.ts'

/** Whoever does something, as the door knows them. `today` is the office's day, given at the door. */
export interface Actor {
  readonly kind: 'staff' | 'applicant' | 'system' | 'operator'
  /** The staff member's id; null for all others. */
  readonly id: string | null
  readonly name: string
  readonly organId: number
  readonly roles: readonly Role[]
  readonly unitId: string | null
  readonly today: PlainDate
  /** Where the call came from; empty on the command line. */
  readonly address: string
}

/** The program itself, for work by the clock. */
export const systemActor = (organId: number, today: PlainDate): Actor => ({
  kind: 'system',
  id: null,
  name: '系统',
  roles: [],
  unitId: null,
  address: '',
  organId,
  today,
})

/** Whoever has the server's command line. */
export const operatorActor = (organId: number, today: PlainDate): Actor => ({
  kind: 'operator',
  id: null,
  name: '运维人员',
  roles: [],
  unitId: null,
  address: '',
  organId,
  today,
})
