import { record as audit } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { refusals } from '../../refusal.ts'
import { getLate, saveLateReason } from './store.ts'
import type { LateReason } from './timeliness.ts'

/** Art. 26: why a record came out late, said by its own unit or the head of the work body. Refuses what was in time. */
export async function giveLateReason(tx: Tx, actor: Actor, recordId: string, { reason }: LateReason): Promise<void> {
  const { unitId } = await getLate(tx, actor.organId, recordId)
  const isOurs = unitId === null || unitId === actor.unitId
  if (!isOurs && !actor.roles.includes('ogiHead')) throw refusals.notYourUnit()
  await saveLateReason(tx, actor.organId, recordId, { reason, givenBy: actor.id, givenName: actor.name })
  await audit(tx, actor, 'record.lateReason', { subject: recordId, detail: { reason } })
}
