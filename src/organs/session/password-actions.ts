import { record } from '../../audit/record.ts'
import { timeOfDay } from '../../days/plain-date.ts'
import { countTry, forgetTries } from '../../db/attempts.ts'
import type { Database, Tx } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { type Refusal, refusals } from '../../refusal.ts'
import { whyNotPassword } from './password.ts'
import { hashPassword, matchesPassword } from './password-hash.ts'
import type { Signing } from './second-factor-actions.ts'
import * as store from './store.ts'
import { newToken, type Token, tokenHash } from './token.ts'
import { triesOfCurrent } from './tries.ts'

/** So many earlier passwords are not taken again, the present one among them. */
const remembered = 5

/** The hashes to keep when this account gets another password. */
export const keptHashes = ({ passwordHash, oldPasswordHashes }: store.Account): string[] =>
  [passwordHash, ...oldPasswordHashes].slice(0, remembered)

/** Changes one's own password: all other sessions of the person end, this one goes on under a new token. */
export async function changePassword(
  db: Database,
  signing: Signing,
  { current, next }: { current: string; next: string },
  now: Date,
): Promise<Token> {
  const { organ, tokenHash: before } = signing.session
  const token = newToken(organ.id)
  await withPassword(db, signing, current, now, async (tx, account) => {
    const used = keptHashes(account)
    const why =
      whyNotPassword(next, account) ??
      ((await isAmong(used, next)) ? `不能再用最近${remembered}次用过的密码` : undefined)
    if (why) return { refusal: refusals.weakPassword(why) }
    await store.savePassword(tx, organ.id, account.id, {
      passwordHash: await hashPassword(next),
      oldPasswordHashes: used,
      passwordChangedAt: now,
      mustChangePassword: false,
    })
    await store.endAllOf(tx, organ.id, account.id, now, before)
    await store.renew(tx, organ.id, before, { tokenHash: tokenHash(token) })
    return { action: 'password.changed' }
  })
  return token
}

/** Asks for the present password again, counting the tries for good, and then does the work. */
export async function withPassword(
  db: Database,
  { session, place }: Signing,
  current: string,
  now: Date,
  work: (tx: Tx, account: store.Account) => Promise<{ refusal: Refusal } | { action: string }>,
): Promise<void> {
  const organId = session.organ.id
  const { id } = session.staff
  const actor = { kind: 'staff', id, address: place.address, organId } as const
  const { isOpen, until } = await db.transaction().execute((tx) => countTry(tx, triesOfCurrent, id, now, id))
  const refusal = await inOrgan(db, organId, async (tx): Promise<Refusal | undefined> => {
    const account = await store.getAccountForChange(tx, organId, id)
    if (!isOpen) {
      // Whoever sits at somebody's open session and guesses loses the session as well.
      await store.end(tx, organId, session.tokenHash, now)
      await record(tx, actor, 'password.locked', { succeeded: false })
      return refusals.tooManyTries(timeOfDay(until))
    }
    if (!(await matchesPassword(account.passwordHash, current))) {
      await record(tx, actor, 'password.currentWrong', { succeeded: false })
      return refusals.wrongPassword()
    }
    await forgetTries(tx, triesOfCurrent, id)
    const done = await work(tx, account)
    if ('refusal' in done) return done.refusal
    await record(tx, actor, done.action)
    return undefined
  })
  if (refusal) throw refusal
}

async function isAmong(hashes: readonly string[], password: string): Promise<boolean> {
  const matches = await Promise.all(hashes.map((each) => matchesPassword(each, password)))
  return matches.includes(true)
}
