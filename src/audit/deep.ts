import type { Database, Tx } from '../db/database.ts'
import { snapshotOf } from '../db/organ.ts'
import type { AnchorSource } from './anchors.ts'
import { type AuditCheck, checkAudit } from './check.ts'
import { type RowFault, verifyRows } from './rows.ts'

export type { RowFault }

/** What only the program can check of a room's own data: hashes that were signed, seals, bytes. */
export interface ContentCheck {
  readonly label: string
  /** Reports each row that does not hold what it says; must not hold many in memory at once. */
  readonly run: (tx: Tx, organId: number, report: (fault: RowFault) => void) => Promise<void>
}

export interface DeepCheck extends AuditCheck {
  /** The first are listed, all are counted. */
  readonly faults: readonly string[]
  readonly faultCount: number
}

/** So many are told of one organ. */
const mostTold = 20

export interface DeepOptions {
  readonly anchors: AnchorSource
  readonly contents: readonly ContentCheck[]
  /** Hears what is looked at now. */
  readonly onStage?: (stage: string) => void
}

/**
 * The deep check of one organ: its chain and the anchors, every row of business against the journal, and what the rooms
 * check of their contents. Reads one snapshot and writes nothing.
 */
export const verifyDeep = (db: Database, organId: number, options: DeepOptions): Promise<DeepCheck> =>
  snapshotOf(db, organId, (tx) => verifyDeepWithin(tx, organId, options))

/** The same within a snapshot that is the caller's. */
export async function verifyDeepWithin(
  tx: Tx,
  organId: number,
  { anchors, contents, onStage = () => {} }: DeepOptions,
): Promise<DeepCheck> {
  onStage('审计记录')
  const chain = await checkAudit(tx, organId, anchors)
  onStage('数据行')
  const rows = await verifyRows(tx, organId)
  const told = rows.listed.map(({ message }) => message)
  const seen = new Set(rows.listed.map(({ table, key }) => `${table} ${key}`))
  let count = rows.count
  for (const { label, run } of contents) {
    onStage(label)
    await run(tx, organId, ({ table, key, message }) => {
      // Named already as a row that is not as it was left.
      if (seen.has(`${table} ${key}`)) return
      count += 1
      if (told.length < mostTold) told.push(message)
    })
  }
  return { ...chain, faults: told.slice(0, mostTold), faultCount: count }
}
