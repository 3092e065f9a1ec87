import type { AuditActor } from '../audit/entry.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../db/database.ts'
import { refusals } from '../refusal.ts'
import * as store from './store.ts'

/**
 * Lets what fails, or was given up, be tried again at once and with all its tries. It still leaves only if it is true then. Refuses
 * what has left, what has nothing to tell any more, and what is being sent.
 */
export async function tryAgain(tx: Tx, actor: AuditActor, id: string): Promise<void> {
  if (!(await store.isKnown(tx, actor.organId, id))) throw refusals.unknownLeaving()
  const kind = await store.putBack(tx, actor.organId, id)
  if (kind === undefined) throw refusals.nothingToTryAgain()
  await record(tx, actor, 'outbox.triedAgain', { subject: id, detail: { kind } })
}
