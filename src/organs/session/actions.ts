import { record } from '../../audit/record.ts'
import { countTry, forgetTries, forgiveTry, networkOf, rewriteTry, type Try } from '../../db/attempts.ts'
import type { Database, Tx } from '../../db/database.ts'
import { enterOrgan, inActs, inOrgan, lookInOrgan, lookInto } from '../../db/organ.ts'
import { refusals } from '../../refusal.ts'
import { plainLogin } from './login-name.ts'
import { matchesPassword } from './password-hash.ts'
import { isOver, type Session } from './session.ts'
import * as store from './store.ts'
import { newToken, type Token, tokenHash } from './token.ts'
import { clockTime, triesOfAccount, triesOfAddress } from './tries.ts'

export interface SignIn {
  readonly login: string
  readonly password: string
  readonly address: string
  /** The session that the browser had before; it ends. */
  readonly before: Token | undefined
}

/** So rarely is it written down that a session is in use. */
const seenEveryMs = 60_000

/**
 * Begins a session for the right password. The try is counted first and in a transaction of its own, so that it counts
 * whatever follows; who is unknown gets the answer, after about the time, of who is known.
 */
export async function signIn(db: Database, { login, password, address, before }: SignIn, now: Date): Promise<Token> {
  const name = plainLogin(login)
  const { fromAddress, ofAccount, account } = await db.transaction().execute(async (tx) => ({
    fromAddress: await countTry(tx, triesOfAddress, networkOf(address), now),
    ofAccount: await countTry(tx, triesOfAccount, name, now),
    account: await findAccount(tx, name),
  }))
  const isOpen = fromAddress.isOpen && ofAccount.isOpen
  const matches = isOpen && (await matchesPassword(account?.passwordHash, password)) && account?.disabledAt === null
  if (!account || !matches) {
    await leaveTrace(db, account, name, { address, action: isOpen ? 'signIn.failed' : 'signIn.locked' })
    throw isOpen ? refusals.wrongCredentials() : shut(fromAddress, ofAccount)
  }
  const token = newToken(account.organId)
  await inActs(db, async (tx) => {
    await forgiveTry(tx, triesOfAddress, networkOf(address))
    await forgetTries(tx, triesOfAccount, name)
    if (before) {
      await enterOrgan(tx, before.organId)
      await store.end(tx, before.organId, tokenHash(before), now)
    }
    await enterOrgan(tx, account.organId)
    await store.add(tx, {
      ...{ organId: account.organId, staffId: account.id },
      ...{ tokenHash: tokenHash(token), address, now },
    })
    await record(tx, { kind: 'staff', id: account.id, address, organId: account.organId }, 'signIn.passwordRight')
  })
  return token
}

/** Records a failure in the account's organ. For nobody's name there is no log to write to, but as much to do. */
async function leaveTrace(
  db: Database,
  account: store.Account | undefined,
  name: string,
  { address, action }: { address: string; action: string },
): Promise<void> {
  const organId = account?.organId ?? 0
  await inOrgan(db, organId, async (tx) => {
    if (account) {
      const who = { kind: 'anonymous', id: null, address, organId } as const
      return record(tx, who, action, { subject: account.id, succeeded: false })
    }
    await rewriteTry(tx, triesOfAddress, networkOf(address))
    await rewriteTry(tx, triesOfAccount, name)
  })
}

async function findAccount(tx: Tx, login: string): Promise<store.Account | undefined> {
  const organId = await store.findOrganOfLogin(tx, login)
  // Nobody's organ, so that the unknown cost the same.
  await lookInto(tx, organId ?? 0)
  return store.findAccount(tx, organId ?? 0, login)
}

const shut = (fromAddress: Try, ofAccount: Try) =>
  fromAddress.isOpen
    ? refusals.tooManyTries(clockTime(ofAccount.until))
    : refusals.tooManyFromHere(clockTime(fromAddress.until))

/** The session of a token, if it is not over; being asked for keeps it alive. */
export const findSession = (db: Database, token: Token, now: Date): Promise<Session | undefined> =>
  lookInOrgan(db, token.organId, async (tx) => {
    const session = await store.find(tx, token.organId, tokenHash(token))
    if (!session || isOver(session, now)) return undefined
    if (now.getTime() - session.seenAt.getTime() > seenEveryMs)
      await store.markSeen(tx, token.organId, session.tokenHash, now)
    return session
  })

/** Ends the session: its token opens nothing any more. */
export async function signOut(tx: Tx, session: Session, address: string, now: Date): Promise<void> {
  await store.end(tx, session.organ.id, session.tokenHash, now)
  await record(tx, { kind: 'staff', id: session.staff.id, address, organId: session.organ.id }, 'signedOut')
}
