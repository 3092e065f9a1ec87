import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { Session } from './session.ts'

/** What is known of an account when somebody signs in under its name. */
export interface Account {
  readonly organId: number
  readonly id: string
  readonly login: string
  readonly name: string
  readonly organName: string
  readonly organSlug: string
  readonly passwordHash: string
  readonly oldPasswordHashes: readonly string[]
  readonly totpSecret: string | null
  readonly totpLastStep: number
  readonly disabledAt: Date | null
}

/** Whose login name this is, before any organ is known. */
export async function findOrganOfLogin(tx: Tx, login: string): Promise<number | undefined> {
  const { rows } = await sql<{ organId: number | null }>`select organ_of_login(${login}) as "organId"`.execute(tx)
  return rows[0]?.organId ?? undefined
}

const accounts = (tx: Tx) =>
  tx
    .selectFrom('staff')
    .innerJoin('organs', 'organs.id', 'staff.organId')
    .select(['staff.organId', 'staff.id', 'login', 'staff.name', 'passwordHash', 'oldPasswordHashes', 'disabledAt'])
    .select(['totpSecret', 'totpLastStep', 'organs.name as organName', 'organs.slug as organSlug'])

export const findAccount = (tx: Tx, login: string): Promise<Account | undefined> =>
  accounts(tx).where('login', '=', login).executeTakeFirst()

/** Locks the account until the transaction ends: a code is used once, a password changed once. */
export const getAccountForChange = (tx: Tx, staffId: string): Promise<Account> =>
  accounts(tx).where('staff.id', '=', staffId).forUpdate('staff').executeTakeFirstOrThrow()

export async function add(
  tx: Tx,
  session: { organId: number; staffId: string; tokenHash: Buffer; address: string; now: Date },
): Promise<void> {
  const { now, ...row } = session
  await tx
    .insertInto('sessions')
    .values({ ...row, beganAt: now, seenAt: now })
    .execute()
}

/** A session that has not been ended, of an account that is not disabled. Whether it is over by the clock is asked elsewhere. */
export async function find(tx: Tx, tokenHash: Buffer): Promise<Session | undefined> {
  const row = await tx
    .selectFrom('sessions')
    .innerJoin('staff', (join) =>
      join.onRef('staff.organId', '=', 'sessions.organId').onRef('staff.id', '=', 'sessions.staffId'),
    )
    .innerJoin('organs', 'organs.id', 'sessions.organId')
    .leftJoin('workUnits', (join) =>
      join.onRef('workUnits.organId', '=', 'staff.organId').onRef('workUnits.id', '=', 'staff.unitId'),
    )
    .select(['tokenHash', 'beganAt', 'seenAt', 'passedSecondFactor', 'mustChangePassword', 'passwordChangedAt'])
    .select(['organs.id as organId', 'organs.slug', 'organs.name as organName', 'organs.isDemo'])
    .select(['staff.id as staffId', 'staff.name', 'staff.login', 'staff.unitId', 'workUnits.name as unitName'])
    .select(({ eb }) => eb('totpSecret', 'is not', null).as('hasSecondFactor'))
    .select(
      sql<
        string[]
      >`array(select role from staff_roles r where r.organ_id = staff.organ_id and r.staff_id = staff.id order by role)`.as(
        'roles',
      ),
    )
    .where('tokenHash', '=', tokenHash)
    .where('endedAt', 'is', null)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { organId, slug, organName, isDemo, staffId, name, login, unitId, unitName, ...session } = row
  const organ = { id: organId, slug, name: organName, isDemo }
  return Session.parse({ ...session, organ, staff: { id: staffId, name, login, unitId, unitName } })
}

export async function markSeen(tx: Tx, tokenHash: Buffer, now: Date): Promise<void> {
  await tx.updateTable('sessions').set({ seenAt: now }).where('tokenHash', '=', tokenHash).execute()
}

/** The session goes on under another token; the old one opens nothing any more. */
export async function renew(
  tx: Tx,
  tokenHash: Buffer,
  next: { tokenHash: Buffer; passedSecondFactor?: boolean },
): Promise<void> {
  await tx.updateTable('sessions').set(next).where('tokenHash', '=', tokenHash).executeTakeFirstOrThrow()
}

export async function end(tx: Tx, tokenHash: Buffer, now: Date): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ endedAt: now })
    .where('tokenHash', '=', tokenHash)
    .where('endedAt', 'is', null)
    .execute()
}

/** Ends all sessions of a person but the one kept. */
export async function endAllOf(tx: Tx, staffId: string, now: Date, kept?: Buffer): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ endedAt: now })
    .where('staffId', '=', staffId)
    .where('endedAt', 'is', null)
    .$if(kept !== undefined, (query) => query.where('tokenHash', '!=', kept ?? Buffer.alloc(0)))
    .execute()
}

export async function saveStep(tx: Tx, staffId: string, totpLastStep: number): Promise<void> {
  await tx.updateTable('staff').set({ totpLastStep }).where('id', '=', staffId).execute()
}

export async function saveSecondFactor(
  tx: Tx,
  staffId: string,
  factor: { totpSecret: string; totpLastStep: number },
): Promise<void> {
  await tx.updateTable('staff').set(factor).where('id', '=', staffId).execute()
}

export async function savePassword(
  tx: Tx,
  staffId: string,
  password: { passwordHash: string; oldPasswordHashes: string[]; passwordChangedAt: Date; mustChangePassword: boolean },
): Promise<void> {
  await tx.updateTable('staff').set(password).where('id', '=', staffId).execute()
}
