import { type AuditCheck, checkAudit } from '../../audit/check.ts'
import { type DeepCheck, type DeepOptions, verifyDeep } from '../../audit/deep.ts'
import { record } from '../../audit/record.ts'
import { verifyStructure } from '../../audit/structure.ts'
import type { Database, Tx } from '../../db/database.ts'
import { inOrgan, snapshotOf } from '../../db/organ.ts'
import type { Actor } from '../actor.ts'
import type { LogQuery } from './log.ts'
import { named } from './named.ts'
import * as store from './store.ts'

/** A page of the organ's audit log. Opening it is itself recorded; turning the page is not. */
export async function readLog(tx: Tx, actor: Actor, query: LogQuery) {
  const page = await store.list(tx, actor.organId, query)
  if (query.page === 1) await record(tx, actor, 'audit.read', { detail: query })
  return { ...page, items: await named(tx, actor.organId, page.items) }
}

/** Says how many entries of the organ's chain are whole and fit the anchors in the data folder, or where it breaks. */
export async function verifyLog(
  db: Database,
  actor: Actor,
  { anchors }: Pick<DeepOptions, 'anchors'>,
): Promise<AuditCheck> {
  const check = await snapshotOf(db, actor.organId, (tx) => checkAudit(tx, actor.organId, anchors))
  await noteCheck(db, actor, 'audit.verified', check.broken === null, check)
  return check
}

/** The same, and how the database is made, every row of business and what the rooms check of their contents. */
export async function verifyAll(db: Database, actor: Actor, options: DeepOptions): Promise<DeepCheck> {
  const structure = await verifyStructure(db)
  const rows = await verifyDeep(db, actor.organId, options)
  const faults = [...structure, ...rows.faults]
  const check = { ...rows, faults, faultCount: rows.faultCount + structure.length }
  await noteCheck(db, actor, 'audit.verifiedDeep', check.broken === null && check.faultCount === 0, check)
  return check
}

const noteCheck = (
  db: Database,
  actor: Actor,
  action: string,
  succeeded: boolean,
  { entries, anchors, ...rest }: AuditCheck | DeepCheck,
) => {
  const faults = 'faultCount' in rest ? { faults: rest.faultCount } : {}
  return inOrgan(db, actor.organId, (tx) =>
    record(tx, actor, action, { succeeded, detail: { entries, anchors, ...faults } }),
  )
}
