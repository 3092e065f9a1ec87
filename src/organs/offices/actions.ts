import { record } from '../../audit/record.ts'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { refusals } from '../../refusal.ts'
import type { Actor } from '../actor.ts'
import * as staff from '../staff/store.ts'
import type { NewOffice, Office } from './office.ts'
import * as store from './store.ts'

/** Puts a member of staff into an office from a day on. */
export async function appoint(tx: Tx, actor: Actor, office: NewOffice): Promise<Office> {
  const { name } = await staff.getForChange(tx, actor.organId, office.staffId)
  const id = await store.add(tx, actor.organId, office)
  await record(tx, actor, 'office.filled', { subject: id, detail: office })
  return { id, staffName: name, ...office, toOn: null }
}

/** Ends an office; `on` is its last day. */
export async function endOffice(tx: Tx, actor: Actor, id: string, on: PlainDate): Promise<void> {
  const { toOn, fromOn } = await store.getForChange(tx, actor.organId, id)
  if (toOn) throw refusals.officeEnded()
  if (on < fromOn) throw refusals.endsBeforeItBegan(fromOn)
  await store.end(tx, actor.organId, id, on)
  await record(tx, actor, 'office.ended', { subject: id, detail: { on } })
}
