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

/** Of the `staff` of a query. */
const hasAuthenticator = sql<boolean>`(totp_secret is not null)`
const hasPasskey = sql<boolean>`exists(select from passkeys p where p.organ_id = staff.organ_id and p.staff_id = staff.id)`
/** Whether the `staff` of a query have a second factor, of whichever kind. */
export const hasSecondFactor = sql<boolean>`(${hasAuthenticator} or ${hasPasskey})`

/** Whose login name this is, before any organ is known. */
export async function findOrganOfLogin(tx: Tx, login: string): Promise<number | undefined> {
  const { rows } = await sql<{ organId: number | null }>`select organ_of_login(${login}) as "organId"`.execute(tx)
  return rows[0]?.organId ?? undefined
}

const accounts = (tx: Tx, organId: number) =>
  tx
    .selectFrom('staff')
    .innerJoin('organs', 'organs.id', 'staff.organId')
    .select(['staff.organId', 'staff.id', 'login', 'staff.name', 'passwordHash', 'oldPasswordHashes', 'disabledAt'])
    .where('staff.organId', '=', organId)
    .select(['totpSecret', 'totpLastStep', 'organs.name as organName', 'organs.slug as organSlug'])

export const findAccount = (tx: Tx, organId: number, login: string): Promise<Account | undefined> =>
  accounts(tx, organId).where('login', '=', login).executeTakeFirst()

/** Locks the account until the transaction ends: a code is used once, a password changed once. */
export const getAccountForChange = (tx: Tx, organId: number, staffId: string): Promise<Account> =>
  accounts(tx, organId).where('staff.id', '=', staffId).forUpdate('staff').executeTakeFirstOrThrow()

export async function add(
  tx: Tx,
  session: {
    organId: number
    staffId: string
    tokenHash: Buffer
    address: string
    now: Date
    byDirectory?: boolean
    passedSecondFactor?: boolean
  },
): Promise<void> {
  const { now, ...row } = session
  await tx
    .insertInto('sessions')
    .values({ ...row, beganAt: now, seenAt: now })
    .execute()
}

/** Whether the person has a second factor, of whichever kind. */
export async function hasFactor(tx: Tx, organId: number, staffId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('staff')
    .select(hasSecondFactor.as('has'))
    .where('organId', '=', organId)
    .where('id', '=', staffId)
    .executeTakeFirstOrThrow()
  return row.has
}

/** A session that has not been ended, of an account that is not disabled. Whether it is over by the clock is asked elsewhere. */
export async function find(tx: Tx, organId: number, tokenHash: Buffer): Promise<Session | undefined> {
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
    .select(['organs.slug', 'organs.name as organName', 'organs.isDemo'])
    .select(['staff.id as staffId', 'staff.name', 'staff.login', 'staff.unitId', 'workUnits.name as unitName'])
    .select(['byDirectory', 'provedAt', hasAuthenticator.as('hasAuthenticator'), hasPasskey.as('hasPasskey')])
    .select(
      sql<
        string[]
      >`array(select role from staff_roles r where r.organ_id = staff.organ_id and r.staff_id = staff.id order by role)`.as(
        'roles',
      ),
    )
    .where('sessions.organId', '=', organId)
    .where('tokenHash', '=', tokenHash)
    .where('endedAt', 'is', null)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { slug, organName, isDemo, staffId, name, login, unitId, unitName, ...session } = row
  const organ = { id: organId, slug, name: organName, isDemo }
  return Session.parse({ ...session, organ, staff: { id: staffId, name, login, unitId, unitName } })
}

/** Every session of a person that was not ended, over by the clock or not. */
export const listOf = (tx: Tx, organId: number, staffId: string) =>
  tx
    .selectFrom('sessions')
    .innerJoin('staff', (join) =>
      join.onRef('staff.organId', '=', 'sessions.organId').onRef('staff.id', '=', 'sessions.staffId'),
    )
    .select(['tokenHash', 'beganAt', 'seenAt', 'address', 'passedSecondFactor'])
    .select([hasAuthenticator.as('hasAuthenticator'), hasPasskey.as('hasPasskey')])
    .where('sessions.organId', '=', organId)
    .where('staffId', '=', staffId)
    .where('endedAt', 'is', null)
    .execute()

/** From where the account was used within three months, with everything that it asks for passed. */
export async function listUsedAddresses(tx: Tx, organId: number, staffId: string, now: Date): Promise<string[]> {
  const rows = await tx
    .selectFrom('sessions')
    .innerJoin('staff', (join) =>
      join.onRef('staff.organId', '=', 'sessions.organId').onRef('staff.id', '=', 'sessions.staffId'),
    )
    .select('address')
    .where('sessions.organId', '=', organId)
    .where('staffId', '=', staffId)
    .where('beganAt', '>', sql<Date>`${now}::timestamptz - interval '90 days'`)
    .where((eb) => eb.or([eb('passedSecondFactor', '=', true), eb.not(hasSecondFactor)]))
    .orderBy('beganAt', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ address }) => address)
}

export async function markSeen(tx: Tx, organId: number, tokenHash: Buffer, now: Date): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ seenAt: now })
    .where('organId', '=', organId)
    .where('tokenHash', '=', tokenHash)
    .execute()
}

/** The session goes on under another token; the old one opens nothing any more, nor does what was to be signed under it. */
export async function renew(
  tx: Tx,
  organId: number,
  tokenHash: Buffer,
  next: { tokenHash: Buffer; passedSecondFactor?: boolean; provedAt?: Date },
): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ ...next, ...noChallenge })
    .where('organId', '=', organId)
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirstOrThrow()
}

const noChallenge = { challenge: null, challengeUntil: null }

/** What a passkey is asked to sign next in this session, until then; another one before it is forgotten. */
export async function saveChallenge(
  tx: Tx,
  organId: number,
  tokenHash: Buffer,
  asked: { challenge: Buffer; challengeUntil: Date },
): Promise<void> {
  await tx
    .updateTable('sessions')
    .set(asked)
    .where('organId', '=', organId)
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirstOrThrow()
}

/** What this session has asked a passkey to sign, if it still stands. It is forgotten with the transaction: it serves one try. */
export async function takeChallenge(
  tx: Tx,
  organId: number,
  tokenHash: Buffer,
  now: Date,
): Promise<Buffer | undefined> {
  const asked = await tx
    .selectFrom('sessions')
    .select(['challenge', 'challengeUntil'])
    .where('organId', '=', organId)
    .where('tokenHash', '=', tokenHash)
    .forUpdate()
    .executeTakeFirst()
  if (!asked?.challenge || !asked.challengeUntil) return undefined
  await tx
    .updateTable('sessions')
    .set(noChallenge)
    .where('organId', '=', organId)
    .where('tokenHash', '=', tokenHash)
    .execute()
  return asked.challengeUntil > now ? asked.challenge : undefined
}

export async function end(tx: Tx, organId: number, tokenHash: Buffer, now: Date): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ endedAt: now })
    .where('organId', '=', organId)
    .where('tokenHash', '=', tokenHash)
    .where('endedAt', 'is', null)
    .execute()
}

/** Ends all sessions of a person but the one kept. */
export async function endAllOf(tx: Tx, organId: number, staffId: string, now: Date, kept?: Buffer): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ endedAt: now })
    .where('organId', '=', organId)
    .where('staffId', '=', staffId)
    .where('endedAt', 'is', null)
    .$if(kept !== undefined, (query) => query.where('tokenHash', '!=', kept ?? Buffer.alloc(0)))
    .execute()
}

export async function saveStep(tx: Tx, organId: number, staffId: string, totpLastStep: number): Promise<void> {
  await tx.updateTable('staff').set({ totpLastStep }).where('organId', '=', organId).where('id', '=', staffId).execute()
}

export async function saveSecondFactor(
  tx: Tx,
  organId: number,
  staffId: string,
  factor: { totpSecret: string; totpLastStep: number },
): Promise<void> {
  await tx.updateTable('staff').set(factor).where('organId', '=', organId).where('id', '=', staffId).execute()
}

export async function savePassword(
  tx: Tx,
  organId: number,
  staffId: string,
  password: { passwordHash: string; oldPasswordHashes: string[]; passwordChangedAt: Date; mustChangePassword: boolean },
): Promise<void> {
  await tx.updateTable('staff').set(password).where('organId', '=', organId).where('id', '=', staffId).execute()
}
