import { record } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import { refusals } from '../../refusal.ts'
import type { Actor } from '../actor.ts'
import * as organs from '../store.ts'
import * as store from './store.ts'
import type { NewUnit, UnitChange, WorkUnit } from './unit.ts'

/** Adds a unit. Refuses a name that another unit has; a new work body takes the place of the old. */
export async function addUnit(tx: Tx, actor: Actor, unit: NewUnit): Promise<WorkUnit> {
  await organs.lock(tx, actor.organId)
  await refuseTakenName(tx, actor, unit.name)
  if (unit.isOgiWorkBody) await store.unmarkWorkBody(tx, actor.organId)
  const added = await store.add(tx, actor.organId, unit)
  await record(tx, actor, 'unit.added', { subject: added.id, detail: unit })
  return added
}

/** Changes or closes a unit. The work body stays until another takes its place (art. 4); a unit with staff stays open. */
export async function changeUnit(tx: Tx, actor: Actor, id: string, change: UnitChange): Promise<WorkUnit> {
  await organs.lock(tx, actor.organId)
  const unit = await store.getForChange(tx, actor.organId, id)
  if (change.name !== unit.name) await refuseTakenName(tx, actor, change.name)
  if (unit.isOgiWorkBody && (!change.isOgiWorkBody || change.closedOn)) throw refusals.workBodyNeeded()
  if (change.closedOn && !unit.closedOn) {
    const count = await store.countStaffIn(tx, actor.organId, id)
    if (count > 0) throw refusals.unitHasStaff(count)
  }
  if (change.isOgiWorkBody && !unit.isOgiWorkBody) {
    if (change.closedOn) throw refusals.workBodyNeeded()
    await store.unmarkWorkBody(tx, actor.organId)
  }
  await store.save(tx, actor.organId, id, change)
  await record(tx, actor, 'unit.changed', { subject: id, detail: change })
  return { id, ...change }
}

async function refuseTakenName(tx: Tx, { organId }: Actor, name: string): Promise<void> {
  const units = await store.list(tx, organId)
  if (units.some((unit) => unit.name === name)) throw refusals.unitNameTaken(name)
}
