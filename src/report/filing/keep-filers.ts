import { record as audit } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import * as organs from '../../organs/store.ts'
import { findWorkBody } from '../../organs/units/store.ts'
import { refusals } from '../../refusal.ts'
import type { ChangedFiler, OutsideFiler } from './filer.ts'
import { isOfficer } from './steps.ts'
import * as filers from './store/filers.ts'

/** Expects the reports of an organ without an office here. */
export async function addFiler(tx: Tx, actor: Actor, filer: OutsideFiler): Promise<{ id: string }> {
  await refuseStranger(tx, actor)
  if ((await organs.get(tx, actor.organId)).name === filer.name) throw refusals.filesWithItself()
  const { id } = await filers.addFiler(tx, actor.organId, filer)
  await audit(tx, actor, 'filer.added', { subject: filer.name, detail: { ...filer } })
  return { id }
}

/** Changes what is told of one. */
export async function changeFiler(tx: Tx, actor: Actor, id: string, filer: ChangedFiler): Promise<void> {
  await refuseStranger(tx, actor)
  await filers.changeFiler(tx, actor.organId, id, filer)
  await audit(tx, actor, 'filer.changed', { subject: filer.name, detail: { ...filer } })
}

/** Only the work body says who files with it. */
async function refuseStranger(tx: Tx, actor: Actor): Promise<void> {
  const workBodyId = await findWorkBody(tx, actor.organId)
  if (!isOfficer({ actor, workBodyId })) throw refusals.notYourFiling('office')
}
