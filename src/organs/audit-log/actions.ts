import { type AuditCheck, checkAudit } from '../../audit/check.ts'
import { record } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import type { LogQuery } from './log.ts'
import * as store from './store.ts'

/** A page of the organ's audit log. Opening it is itself recorded; turning the page is not. */
export async function readLog(tx: Tx, actor: Actor, query: LogQuery) {
  const page = await store.list(tx, actor.organId, query)
  if (query.page === 1) await record(tx, actor, 'audit.read', { detail: query })
  return page
}

/** Says how many entries of the organ's chain are whole and fit the anchors in the data folder, or where it breaks. */
export async function verifyLog(tx: Tx, actor: Actor, dataFolder: string | undefined): Promise<AuditCheck> {
  const check = await checkAudit(tx, actor.organId, dataFolder)
  const { entries, anchors, broken } = check
  await record(tx, actor, 'audit.verified', { succeeded: broken === null, detail: { entries, anchors } })
  return check
}
