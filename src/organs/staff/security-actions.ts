import { record } from '../../audit/record.ts'
import { forgetTriesOf } from '../../db/attempts.ts'
import type { Tx } from '../../db/database.ts'
import { refusals } from '../../refusal.ts'
import type { Actor } from '../actor.ts'
import { type Role, roleLabel } from '../role.ts'
import { keptHashes } from '../session/password-actions.ts'
import { hashPassword } from '../session/password-hash.ts'
import { randomPassword } from '../session/random-password.ts'
import * as sessions from '../session/store.ts'
import { paceOfAccount, paceOfCodes, triesOfAccount, triesOfCurrent, triesOfSecondFactor } from '../session/tries.ts'
import * as organs from '../store.ts'
import { whyNotTogether } from './roles.ts'
import * as store from './store.ts'

/** Gives and takes roles, in force with the next request. Nobody gives any to himself, and no administration is left empty. */
export async function setRoles(tx: Tx, actor: Actor, id: string, wanted: readonly Role[]): Promise<void> {
  if (id === actor.id) throw refusals.notOneself()
  const roles = [...new Set(wanted)]
  const clash = whyNotTogether(roles)
  if (clash) throw clash
  await organs.lock(tx, actor.organId)
  const { roles: before } = await store.getForChange(tx, actor.organId, id)
  const lost = (await store.listOnlyHeldBy(tx, actor.organId, id)).find((role) => !roles.includes(role))
  if (lost) throw refusals.lastAdministrator(roleLabel(lost))
  await store.saveRoles(tx, actor.organId, id, roles)
  await record(tx, actor, 'staff.roles', { subject: id, detail: { before, after: roles } })
}

/** A new first password, answered once; every session of the person ends. Whoever administers security changes his own by the old one. */
export async function resetPassword(
  tx: Tx,
  actor: Actor,
  id: string,
  now: Date,
): Promise<{ readonly password: string }> {
  if (id === actor.id) throw refusals.notOneself()
  const { login } = await store.getForChange(tx, actor.organId, id)
  const password = randomPassword()
  await sessions.savePassword(tx, actor.organId, id, {
    passwordHash: await hashPassword(password),
    oldPasswordHashes: keptHashes(await sessions.getAccountForChange(tx, actor.organId, id)),
    passwordChangedAt: now,
    mustChangePassword: true,
  })
  await sessions.endAllOf(tx, actor.organId, id, now)
  await forgetTriesOf(tx, triesOfAccount, login)
  await record(tx, actor, 'staff.passwordReset', { subject: id })
  return { password }
}

/** Takes away a lost authenticator and all passkeys; the next sign-in enrols another. */
export async function resetSecondFactor(tx: Tx, actor: Actor, id: string, now: Date): Promise<void> {
  if (id === actor.id) throw refusals.notOneself()
  await store.getForChange(tx, actor.organId, id)
  const passkeys = await store.forgetSecondFactor(tx, actor.organId, id)
  await sessions.endAllOf(tx, actor.organId, id, now)
  await forgetTriesOf(tx, triesOfSecondFactor, id)
  await record(tx, actor, 'staff.secondFactorReset', { subject: id, detail: { passkeys } })
}

/** Lets an account that failed too often try again at once. */
export async function unlock(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { login } = await store.getForChange(tx, actor.organId, id)
  for (const limit of [triesOfAccount, paceOfAccount]) await forgetTriesOf(tx, limit, login)
  for (const limit of [triesOfSecondFactor, paceOfCodes, triesOfCurrent]) await forgetTriesOf(tx, limit, id)
  await record(tx, actor, 'staff.unlocked', { subject: id })
}
