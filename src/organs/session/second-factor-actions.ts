import { record } from '../../audit/record.ts'
import { timeOfDay } from '../../days/plain-date.ts'
import { countTry, forgetTries, forgiveTry, networkOf, type Try } from '../../db/attempts.ts'
import type { Database, Tx } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { seal, unseal } from '../../db/sealed.ts'
import { type Refusal, refusals } from '../../refusal.ts'
import { offeredSecret, stepOfCode } from './second-factor.ts'
import { isProved, type Session } from './session.ts'
import * as store from './store.ts'
import { newToken, type Token, tokenHash, writeToken } from './token.ts'
import { isFamiliar, type Place, paceOfCodes, placeName, triesOfSecondFactor } from './tries.ts'

/** Where a code comes from: a session, the token that it has now, and a place. */
export interface Signing {
  readonly session: Session
  readonly token: Token
  readonly place: Place
}

/** What came of looking at a second factor: its entry in the audit log, and why it is refused if it is. */
export interface Looked {
  readonly action: string
  readonly detail?: Readonly<Record<string, unknown>>
  readonly refusal?: Refusal
}
export type Look = (tx: Tx, account: store.Account) => Promise<Looked>

/** Looks whether this is the code that the person's authenticator shows; each works once. */
export const lookAtCode =
  (code: string, action: string, now: Date): Look =>
  async (tx, account) => {
    const step = account.totpSecret
      ? stepOfCode(unseal(account.totpSecret, placeOfSecret(account)), code, account.totpLastStep, now)
      : undefined
    if (step === undefined) return wrongCode()
    await store.saveStep(tx, account.organId, account.id, step)
    return { action }
  }

/** Whom the directory has let in by a factor of its own, and who has none here yet, proves it by the password alone. */
export const lookForNone =
  ({ byDirectory }: Session): Look =>
  async (tx, { organId, id }) =>
    byDirectory && !(await store.hasFactor(tx, organId, id)) ? { action: 'secondFactor.noneYet' } : wrongCode()

const wrongCode = (): Looked => ({ action: 'secondFactor.failed', refusal: refusals.wrongCode() })

/** Takes on the secret that was offered to this session, once a code shows that the authenticator has it. */
export const confirmEnrolment = (db: Database, signing: Signing, code: string, now: Date): Promise<Token> =>
  withFactor(db, signing, now, { passedSecondFactor: true }, async (tx, account) => {
    if (account.totpSecret !== null) throw refusals.notThisStage()
    await refuseSecondFirst(tx, signing.session)
    const isRight = await takeOn(tx, account, writeToken(signing.token), code, now)
    return isRight ? { action: 'secondFactor.enrolled' } : wrongCode()
  })

/** Keeps the secret that was offered under this token, where the code shows that an authenticator has it. */
async function takeOn(tx: Tx, account: store.Account, offeredTo: string, code: string, now: Date): Promise<boolean> {
  const secret = offeredSecret(offeredTo)
  const step = stepOfCode(secret, code, 0, now)
  if (step === undefined) return false
  const sealed = seal(secret, placeOfSecret(account))
  await store.saveSecondFactor(tx, account.organId, account.id, { totpSecret: sealed, totpLastStep: step })
  return true
}

/** Somebody who is set up with their bureau: the token under which a secret is offered to them, and from where the code comes. */
export interface FirstEnrolment {
  readonly organId: number
  readonly id: string
  readonly offeredTo: string
  readonly address: string
}

/** The same for who has no session yet; tries are counted as at the sign-in. Refuses a wrong code, and who has a second factor. */
export async function confirmFirstEnrolment(
  db: Database,
  { organId, id, offeredTo, address }: FirstEnrolment,
  code: string,
  now: Date,
): Promise<void> {
  const key = `${id} ${networkOf(address)}`
  const actor = { kind: 'staff', id, address, organId } as const
  const tried = await db.transaction().execute((tx) => countTry(tx, triesOfSecondFactor, key, now, id))
  const refusal = await inOrgan(db, organId, async (tx): Promise<Refusal | undefined> => {
    const account = await store.getAccountForChange(tx, organId, id)
    if (await store.hasFactor(tx, organId, id)) return refusals.administratorBound()
    if (!tried.isOpen) {
      await record(tx, actor, 'secondFactor.locked', { succeeded: false })
      return refusals.tooManyTries(timeOfDay(tried.until))
    }
    if (!(await takeOn(tx, account, offeredTo, code, now))) {
      await record(tx, actor, 'secondFactor.failed', { succeeded: false })
      return refusals.wrongCode()
    }
    await forgetTries(tx, triesOfSecondFactor, key)
    await record(tx, actor, 'secondFactor.enrolled', { detail: { bySetUpKey: true } })
    return undefined
  })
  if (refusal) throw refusal
}

/** Refuses who is signed in and has not lately proved again who they are; the demo has no second factor. */
export function refuseUnproved(session: Session, now: Date): void {
  if (session.organ.isDemo) throw refusals.noSecondFactorHere()
  if (session.passedSecondFactor && !isProved(session, now)) throw refusals.notProved()
}

/** The account's row is locked: of two sessions that have given only the password one binds the first factor. */
export async function refuseSecondFirst(tx: Tx, { organ, staff, passedSecondFactor }: Session): Promise<void> {
  if (!passedSecondFactor && (await store.hasFactor(tx, organ.id, staff.id))) throw refusals.notThisStage()
}

const placeOfSecret = ({ organId, id }: Pick<store.Account, 'organId' | 'id'>) => ({ table: 'staff', organId, id })

/** Counts the try for good, then looks; what is not right is recorded and refused. The session goes on under a new token. */
export async function withFactor(
  db: Database,
  { session, place }: Signing,
  now: Date,
  passed: { readonly passedSecondFactor: true } | { readonly provedAt: Date },
  look: Look,
): Promise<Token> {
  const organId = session.organ.id
  const { id } = session.staff
  const key = `${id} ${placeName(place)}`
  const until = await inOrgan(db, organId, async (tx) => {
    const here = await countTry(tx, triesOfSecondFactor, key, now, id)
    const everywhere = await countTry(tx, paceOfCodes, id, now, id)
    return whyShut(here, everywhere, isFamiliar(place, await store.listUsedAddresses(tx, organId, id, now)))
  })
  const actor = { kind: 'staff', id, address: place.address, organId } as const
  const token = newToken(organId)
  const refusal = await inOrgan(db, organId, async (tx): Promise<Refusal | undefined> => {
    const account = await store.getAccountForChange(tx, organId, id)
    if (until) {
      // What was begun with the password is over too: after the pause both are asked for again.
      await store.end(tx, organId, session.tokenHash, now)
      await record(tx, actor, 'secondFactor.locked', { succeeded: false })
      return refusals.tooManyTries(timeOfDay(until))
    }
    const { action, detail = {}, refusal } = await look(tx, account)
    await record(tx, actor, action, { detail, succeeded: !refusal })
    if (refusal) return refusal
    await forgetTries(tx, triesOfSecondFactor, key)
    await forgiveTry(tx, paceOfCodes, id)
    await store.renew(tx, organId, session.tokenHash, { ...passed, tokenHash: tokenHash(token) })
    return undefined
  })
  if (refusal) throw refusal
  return token
}

/**
 * Whoever tries codes has the password. Many failures shut the place they came from, and very many every place that the person
 * has not used before: there the password is no protection any more.
 */
const whyShut = (here: Try, everywhere: Try, familiar: boolean): Date | undefined =>
  here.isOpen ? (everywhere.isOpen || familiar ? undefined : everywhere.until) : here.until
