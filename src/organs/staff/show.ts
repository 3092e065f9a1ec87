import { listShut } from '../../db/attempts.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { triesOfAccount, triesOfSecondFactor } from '../session/tries.ts'
import { Colleague, type StaffMember } from './staff.ts'
import * as store from './store.ts'

const seeAccounts = ['systemAdmin', 'securityAdmin'] as const

/** The staff as this actor may see it: who administers accounts sees logins, telephones and locks, all others names and roles. */
export async function listStaff(tx: Tx, actor: Actor, now: Date) {
  const staff = await store.list(tx, actor.organId)
  if (!seeAccounts.some((role) => actor.roles.includes(role))) return staff.map((each) => Colleague.parse(each))
  return withLocks(tx, staff, now)
}

async function withLocks(tx: Tx, staff: readonly StaffMember[], now: Date) {
  const passwords = await listShut(
    tx,
    triesOfAccount,
    staff.map(({ login }) => login),
    now,
  )
  const codes = await listShut(
    tx,
    triesOfSecondFactor,
    staff.map(({ id }) => id),
    now,
  )
  return staff.map((each) => ({ ...each, lockedUntil: passwords.get(each.login) ?? codes.get(each.id) ?? null }))
}
