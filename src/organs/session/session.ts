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
  hasAuthenticator: z.boolean(),
  hasPasskey: z.boolean(),
  /** When password and second factor were last asked for again. */
  provedAt: z.date().nullable(),
  /** Begun by the city's directory, without the password. */
  byDirectory: z.boolean(),
  mustChangePassword: z.boolean(),
  passwordChangedAt: z.date(),
})
export type Session = z.infer<typeof Session>

/** What of a session says whether a second factor is asked for. */
type Factors = Pick<Session, 'hasAuthenticator' | 'hasPasskey' | 'passedSecondFactor'>

/** Whether the person has an authenticator or a passkey. */
export const hasSecondFactor = (factors: Pick<Factors, 'hasAuthenticator' | 'hasPasskey'>): boolean =>
  factors.hasAuthenticator || factors.hasPasskey

/** Whether somebody has given the password and not yet the second factor. */
export const isHalfway = (factors: Factors): boolean => hasSecondFactor(factors) && !factors.passedSecondFactor

/** So long one need not prove again who one is before the ways to sign in are changed. */
const provedMs = 5 * minute

export const isProved = ({ provedAt }: Pick<Session, 'provedAt'>, now: Date): boolean =>
  provedAt !== null && now.getTime() - provedAt.getTime() < provedMs

/** Over after half an hour without a request, and after twelve hours in any case. */
export const isOver = ({ beganAt, seenAt }: Pick<Session, 'beganAt' | 'seenAt'>, now: Date): boolean =>
  now.getTime() - seenAt.getTime() > idleMs || now.getTime() - beganAt.getTime() > longestMs

/** Between password and code no more time passes than somebody needs to look up the code: less than a lock lasts. */
const halfwayMs = 10 * minute

/** Whether somebody has stopped at the code; the password is asked for again. */
export const isHalfwayTooLong = (session: Factors & Pick<Session, 'beganAt'>, now: Date): boolean =>
  isHalfway(session) && now.getTime() - session.beganAt.getTime() > halfwayMs

/** Second factor first where there is one, then a password of one's own, then a second factor for who has none. The demo asks for neither, the directory for no password. */
export function stageOf(
  session: Factors & Pick<Session, 'organ' | 'byDirectory' | 'mustChangePassword' | 'passwordChangedAt'>,
  now: Date,
): Stage {
  const { organ, byDirectory, mustChangePassword, passwordChangedAt, passedSecondFactor } = session
  if (isHalfway(session)) return 'secondFactor'
  const isOld = !organ.isDemo && now.getTime() - passwordChangedAt.getTime() > passwordMs
  if (!byDirectory && (mustChangePassword || isOld)) return 'changePassword'
  return hasSecondFactor(session) || passedSecondFactor || organ.isDemo ? 'in' : 'enrol'
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
