import { record } from '../../audit/record.ts'
import { describeFault, verifyAudit } from '../../audit/verify.ts'
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

/** Walks the organ's chain and says how many entries are whole, or where it breaks. Only the command line compares it with the anchors. */
export async function verifyLog(tx: Tx, actor: Actor) {
  const { entries, broken } = await verifyAudit(tx, actor.organId)
  await record(tx, actor, 'audit.verified', { succeeded: broken === null, detail: { entries } })
  return { entries, broken: broken && { seq: broken.seq, message: describeFault(broken) } }
}
