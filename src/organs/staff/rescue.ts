import { record } from '../../audit/record.ts'
import { forgetTriesOf } from '../../db/attempts.ts'
import type { Tx } from '../../db/database.ts'
import { enterOrgan } from '../../db/organ.ts'
import { refusals } from '../../refusal.ts'
import { type Actor, operatorActor } from '../actor.ts'
import { plainLogin } from '../session/login-name.ts'
import * as sessions from '../session/store.ts'
import { triesOfSecondFactor } from '../session/tries.ts'
import { resetPassword } from './security-actions.ts'
import * as store from './store.ts'

/** A way back in for a security administrator who lost password or authenticator, from the server itself: both begin anew. */
export async function rescueAccount(
  tx: Tx,
  typed: string,
  today: Actor['today'],
  now: Date,
): Promise<{ readonly login: string; readonly password: string }> {
  const login = plainLogin(typed)
  const organId = await sessions.findOrganOfLogin(tx, login)
  if (organId === undefined) throw refusals.unknownStaff()
  await enterOrgan(tx, organId)
  const account = await sessions.findAccount(tx, organId, login)
  if (!account) throw refusals.unknownStaff()
  const operator = operatorActor(organId, today)
  const { password } = await resetPassword(tx, operator, account.id, now)
  const passkeys = await store.forgetSecondFactor(tx, organId, account.id)
  await forgetTriesOf(tx, triesOfSecondFactor, account.id)
  await record(tx, operator, 'staff.secondFactorReset', { subject: account.id, detail: { passkeys } })
  return { login, password }
}
