import { record } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import { refusals } from '../../refusal.ts'
import type { Actor } from '../actor.ts'
import { roleLabel } from '../role.ts'
import { hashPassword } from '../session/password-hash.ts'
import { randomPassword } from '../session/random-password.ts'
import * as sessions from '../session/store.ts'
import * as organs from '../store.ts'
import { isOpenUnit } from '../units/store.ts'
import type { NewStaff, StaffChange } from './staff.ts'
import * as store from './store.ts'

/** Adds an account without any role. Its first password is answered once and never again, and must be changed at once. */
export async function addStaff(
  tx: Tx,
  actor: Actor,
  staff: NewStaff,
): Promise<{ readonly id: string; readonly password: string }> {
  if (await store.isLoginTaken(tx, staff.login)) throw refusals.loginTaken(staff.login)
  await refuseUnknownUnit(tx, actor, staff.unitId)
  const password = randomPassword()
  const id = await store.add(tx, actor.organId, { ...staff, passwordHash: await hashPassword(password) })
  await record(tx, actor, 'staff.added', { subject: id, detail: { login: staff.login, unitId: staff.unitId } })
  return { id, password }
}

/** Changes name, unit and how to reach a person. */
export async function changeStaff(tx: Tx, actor: Actor, id: string, change: StaffChange): Promise<void> {
  const { unitId } = await store.getForChange(tx, actor.organId, id)
  if (change.unitId !== unitId) await refuseUnknownUnit(tx, actor, change.unitId)
  await store.save(tx, actor.organId, id, change)
  await record(tx, actor, 'staff.changed', { subject: id, detail: { name: change.name, unitId: change.unitId } })
}

/** Shuts an account and ends its sessions. Refuses one's own, and that of the last holder of an administration. */
export async function disableStaff(tx: Tx, actor: Actor, id: string, now: Date): Promise<void> {
  if (id === actor.id) throw refusals.notOneself()
  await organs.lock(tx, actor.organId)
  const staff = await store.getForChange(tx, actor.organId, id)
  if (staff.isDisabled) return
  const [only] = await store.listOnlyHeldBy(tx, actor.organId, id)
  if (only) throw refusals.lastAdministrator(roleLabel(only))
  await store.disable(tx, actor.organId, id, now)
  await sessions.endAllOf(tx, actor.organId, id, now)
  await record(tx, actor, 'staff.disabled', { subject: id })
}

/** Opens an account again, with the roles that it had. */
export async function enableStaff(tx: Tx, actor: Actor, id: string): Promise<void> {
  const staff = await store.getForChange(tx, actor.organId, id)
  if (!staff.isDisabled) return
  await store.enable(tx, actor.organId, id)
  await record(tx, actor, 'staff.enabled', { subject: id })
}

async function refuseUnknownUnit(tx: Tx, { organId }: Actor, unitId: string | null): Promise<void> {
  if (unitId !== null && !(await isOpenUnit(tx, organId, unitId))) throw refusals.unknownUnit()
}
