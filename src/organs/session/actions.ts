import { record } from '../../audit/record.ts'
import { timeOfDay } from '../../days/plain-date.ts'
import { countTry, forgetTries, forgiveTry, networkOf, rewriteTry } from '../../db/attempts.ts'
import type { Database, Tx } from '../../db/database.ts'
import { enterOrgan, inActs, inOrgan, lookInOrgan, lookInto } from '../../db/organ.ts'
import { refusals } from '../../refusal.ts'
import { plainLogin } from './login-name.ts'
import { matchesPassword } from './password-hash.ts'
import { isHalfwayTooLong, isOver, type Session } from './session.ts'
import * as store from './store.ts'
import { newToken, type Token, tokenHash } from './token.ts'
import {
  isFamiliar,
  isHammered,
  type Place,
  paceOfAccount,
  paceOfNetwork,
  pause,
  placeName,
  shutUntil,
  triesOfAccount,
  turns,
  waitMs,
} from './tries.ts'

export type SignIn = {
  readonly login: string
  readonly place: Place
  /** The session that the browser had before; it ends. */
  readonly before: Token | undefined
} & (
  | { readonly password: string }
  /** The city's directory has let them in; strong: by a second factor that is trusted here. */
  | { readonly directory: { readonly isStrong: boolean } }
)

/** So rarely is it written down that a session is in use. */
const seenEveryMs = 60_000

/**
 * Begins a session for the right password, or for whom the directory names. The try is counted first and in a transaction of its own, so that it counts
 * whatever follows; who is unknown gets the answer, after about the time, of who is known. Failures elsewhere never keep a right
 * password out, and those of others behind the same address make it wait.
 */
export const signIn = (db: Database, attempt: SignIn, now: Date): Promise<Token> =>
  turns.enter(placeName(attempt.place), (inTurn) => tryPassword(db, attempt, now, inTurn))

async function tryPassword(
  db: Database,
  attempt: SignIn,
  now: Date,
  inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>,
): Promise<Token> {
  const { login, place, before } = attempt
  const { address } = place
  const byDirectory = 'directory' in attempt
  const tried: Tried = { name: plainLogin(login), place }
  const { counted, account, familiar } = await db.transaction().execute((tx) => countAndFind(tx, tried, now))
  // Wrong passwords, whoever typed them, say nothing of whom the directory has let in.
  const until = byDirectory ? undefined : shutUntil(counted, place, familiar)
  if (!until && !byDirectory) await pause(waitMs(counted, place, familiar))
  const matches = !until && (await inTurn(() => isRight(attempt, account))) && account?.disabledAt === null
  if (!account || !matches) {
    await leaveTrace(
      db,
      account,
      tried,
      until ? 'signIn.locked' : byDirectory ? 'signIn.directoryRefused' : 'signIn.failed',
    )
    if (until) throw refusals.tooManyTries(timeOfDay(until))
    // Looked at all the same, so that the right one would have opened; whoever guesses hears that it is noticed.
    if (byDirectory) throw refusals.noDirectoryAccount()
    throw isHammered(counted, familiar) ? refusals.wrongAgain() : refusals.wrongCredentials()
  }
  const token = newToken(account.organId)
  await inActs(db, async (tx) => {
    await forgiveTry(tx, paceOfNetwork, networkOf(address))
    await forgiveTry(tx, paceOfAccount, tried.name)
    await forgetTries(tx, triesOfAccount, keyOf(tried))
    if (before) {
      await enterOrgan(tx, before.organId)
      await store.end(tx, before.organId, tokenHash(before), now)
    }
    await enterOrgan(tx, account.organId)
    await store.add(tx, {
      organId: account.organId,
      staffId: account.id,
      tokenHash: tokenHash(token),
      address,
      now,
      byDirectory,
      passedSecondFactor: byDirectory && attempt.directory.isStrong,
    })
    const action = byDirectory ? 'signIn.directoryRight' : 'signIn.passwordRight'
    const detail = byDirectory ? { secondFactor: attempt.directory.isStrong } : {}
    await record(tx, { kind: 'staff', id: account.id, address, organId: account.organId }, action, { detail })
  })
  return token
}

const isRight = async (attempt: SignIn, account: store.Account | undefined): Promise<boolean> =>
  'directory' in attempt || matchesPassword(account?.passwordHash, attempt.password)

interface Tried {
  readonly name: string
  readonly place: Place
}

const keyOf = ({ name, place }: Tried): string => `${name} ${placeName(place)}`

async function countAndFind(tx: Tx, tried: Tried, now: Date) {
  const { name, place } = tried
  const counted = {
    here: await countTry(tx, triesOfAccount, keyOf(tried), now, name),
    ofAccount: await countTry(tx, paceOfAccount, name, now, name),
    ofNetwork: await countTry(tx, paceOfNetwork, networkOf(place.address), now),
  }
  const account = await findAccount(tx, name)
  const usedFrom = await store.listUsedAddresses(tx, account?.organId ?? 0, account?.id ?? nobody, now)
  return { counted, account, familiar: isFamiliar(place, usedFrom) }
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** Records a failure in the account's organ. For nobody's name there is no log to write to, but as much to do. */
async function leaveTrace(
  db: Database,
  account: store.Account | undefined,
  tried: Tried,
  action: string,
): Promise<void> {
  const organId = account?.organId ?? 0
  const { address } = tried.place
  await inOrgan(db, organId, async (tx) => {
    if (account) {
      const who = { kind: 'anonymous', id: null, address, organId } as const
      return record(tx, who, action, { subject: account.id, succeeded: false })
    }
    await rewriteTry(tx, paceOfNetwork, networkOf(address))
    await rewriteTry(tx, triesOfAccount, keyOf(tried))
  })
}

async function findAccount(tx: Tx, login: string): Promise<store.Account | undefined> {
  const organId = await store.findOrganOfLogin(tx, login)
  // Nobody's organ, so that the unknown cost the same.
  await lookInto(tx, organId ?? 0)
  return store.findAccount(tx, organId ?? 0, login)
}

/** The session of a token, if it is not over; being asked for keeps it alive. */
export const findSession = (db: Database, token: Token, now: Date): Promise<Session | undefined> =>
  lookInOrgan(db, token.organId, async (tx) => {
    const session = await store.find(tx, token.organId, tokenHash(token))
    if (!session || isOver(session, now) || isHalfwayTooLong(session, now)) return undefined
    if (now.getTime() - session.seenAt.getTime() > seenEveryMs)
      await store.markSeen(tx, token.organId, session.tokenHash, now)
    return session
  })

/** Ends the session: its token opens nothing any more. */
export async function signOut(tx: Tx, session: Session, address: string, now: Date): Promise<void> {
  await store.end(tx, session.organ.id, session.tokenHash, now)
  await record(tx, { kind: 'staff', id: session.staff.id, address, organId: session.organ.id }, 'signedOut')
}
