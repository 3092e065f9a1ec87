import type { Tx } from '../db/database.ts'
import { actOf } from './act.ts'
import type { AuditActor, AuditEntry } from './entry.ts'

/**
 * Says what this act is. The entry is appended to the organ's chain at the end of the act, in the same transaction as the
 * act itself (GB/T 22239-2019 8.1.4.3); if that fails, so does the act. Never give it an ID number, a phone number or a
 * secret.
 */
export async function record(tx: Tx, actor: AuditActor, action: string, entry: AuditEntry = {}): Promise<void> {
  const act = actOf(tx)
  if (act?.organId !== actor.organId) throw new Error(`${action} is recorded outside an act of organ ${actor.organId}`)
  act.entries.push({ actor, action, entry })
}
