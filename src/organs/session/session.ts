import { z } from 'zod'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Actor } from '../actor.ts'
import { Organ } from '../organ.ts'
import { Role } from '../role.ts'

/** What a person signing in must do next; `in` when there is nothing left. */
export const stages = ['secondFactor', 'changePassword', 'enrol', 'in'] as const
export type Stage = (typeof stages)[number]

const minute = 60_000
export const idleMs = 30 * minute
export const longestMs = 12 * 60 * minute
/** GB/T 22239-2019 8.1.4.1 a: passwords are changed from time to time; here every year. */
const passwordMs = 365 * 24 * 60 * minute

/** A session as stored, with whose it is. */
export const Session = z.object({
  organ: Organ.pick({ id: true, slug: true, name: true, isDemo: true }),
  staff: z.object({
    id: z.uuid(),
    name: z.string(),
    login: z.string(),
    unitId: z.uuid().nullable(),
    unitName: z.string().nullable(),
  }),
  roles: z.array(Role),
  tokenHash: z.instanceof(Buffer),
  beganAt: z.date(),
  seenAt: z.date(),
  passedSecondFactor: z.boolean(),
  hasSecondFactor: z.boolean(),
  mustChangePassword: z.boolean(),
  passwordChangedAt: z.date(),
})
export type Session = z.infer<typeof Session>

/** Over after half an hour without a request, and after twelve hours in any case. */
export const isOver = ({ beganAt, seenAt }: Pick<Session, 'beganAt' | 'seenAt'>, now: Date): boolean =>
  now.getTime() - seenAt.getTime() > idleMs || now.getTime() - beganAt.getTime() > longestMs

/** Between password and code no more time passes than somebody needs to look up the code: less than a lock lasts. */
const halfwayMs = 10 * minute

/** Whether somebody has stopped at the code; the password is asked for again. */
export const isHalfwayTooLong = (
  { beganAt, hasSecondFactor, passedSecondFactor }: Pick<Session, 'beganAt' | 'hasSecondFactor' | 'passedSecondFactor'>,
  now: Date,
): boolean => hasSecondFactor && !passedSecondFactor && now.getTime() - beganAt.getTime() > halfwayMs

/** Second factor first where there is one, then a password of one's own, then a second factor for who has none. The demo asks for neither. */
export function stageOf(
  session: Omit<Session, 'tokenHash' | 'roles' | 'staff' | 'beganAt' | 'seenAt'>,
  now: Date,
): Stage {
  const { organ, hasSecondFactor, passedSecondFactor, mustChangePassword, passwordChangedAt } = session
  if (hasSecondFactor && !passedSecondFactor) return 'secondFactor'
  const isOld = !organ.isDemo && now.getTime() - passwordChangedAt.getTime() > passwordMs
  if (mustChangePassword || isOld) return 'changePassword'
  return hasSecondFactor || organ.isDemo ? 'in' : 'enrol'
}

export const staffActor = ({ organ, staff, roles }: Session, today: PlainDate, address: string): Actor => ({
  kind: 'staff',
  id: staff.id,
  name: staff.name,
  unitId: staff.unitId,
  organId: organ.id,
  roles,
  today,
  address,
})
