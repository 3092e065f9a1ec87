import { record } from '../../audit/record.ts'
import { countTry, forgetTries } from '../../db/attempts.ts'
import type { Database } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { type Refusal, refusals } from '../../refusal.ts'
import { whyNotPassword } from './password.ts'
import { hashPassword, matchesPassword } from './password-hash.ts'
import type { Signing } from './second-factor-actions.ts'
import * as store from './store.ts'
import { newToken, type Token, tokenHash } from './token.ts'
import { clockTime, triesOfAccount } from './tries.ts'

/** So many earlier passwords are not taken again, the present one among them. */
const remembered = 5

/** The hashes to keep when this account gets another password. */
export const keptHashes = ({ passwordHash, oldPasswordHashes }: store.Account): string[] =>
  [passwordHash, ...oldPasswordHashes].slice(0, remembered)

/** Changes one's own password: all other sessions of the person end, this one goes on under a new token. */
export async function changePassword(
  db: Database,
  { session, address }: Signing,
  { current, next }: { current: string; next: string },
  now: Date,
): Promise<Token> {
  const organId = session.organ.id
  const { id, login } = session.staff
  const actor = { kind: 'staff', id, address, organId } as const
  const { isOpen, until } = await db.transaction().execute((tx) => countTry(tx, triesOfAccount, login, now))
  const token = newToken(organId)
  const refusal = await inOrgan(db, organId, async (tx): Promise<Refusal | undefined> => {
    const account = await store.getAccountForChange(tx, organId, id)
    if (!isOpen || !(await matchesPassword(account.passwordHash, current))) {
      await record(tx, actor, isOpen ? 'password.currentWrong' : 'password.locked', { succeeded: false })
      return isOpen ? refusals.wrongPassword() : refusals.tooManyTries(clockTime(until))
    }
    await forgetTries(tx, triesOfAccount, login)
    const used = keptHashes(account)
    const why =
      whyNotPassword(next, account) ??
      ((await isAmong(used, next)) ? `不能再用最近${remembered}次用过的密码` : undefined)
    if (why) return refusals.weakPassword(why)
    await store.savePassword(tx, organId, id, {
      passwordHash: await hashPassword(next),
      oldPasswordHashes: used,
      passwordChangedAt: now,
      mustChangePassword: false,
    })
    await store.endAllOf(tx, organId, id, now, session.tokenHash)
    await store.renew(tx, organId, session.tokenHash, { tokenHash: tokenHash(token) })
    await record(tx, actor, 'password.changed')
    return undefined
  })
  if (refusal) throw refusal
  return token
}

async function isAmong(hashes: readonly string[], password: string): Promise<boolean> {
  const matches = await Promise.all(hashes.map((each) => matchesPassword(each, password)))
  return matches.includes(true)
}
