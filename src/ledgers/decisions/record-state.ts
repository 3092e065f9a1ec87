import type { Tx } from '../../db/database.ts'
import { refusals } from '../../refusal.ts'
import { publicRecords, type RecordState } from '../public-records.ts'
import type { Decision } from './decision.ts'

type Linked = Pick<Decision, 'recordId'>

/** How the record of a decision stands; undefined where none was begun. */
export async function stateOfRecord(tx: Tx, organId: number, { recordId }: Linked): Promise<RecordState | undefined> {
  return recordId === null ? undefined : publicRecords.get().findState(tx, organId, recordId)
}

/** Refuses while the record of the decision is drafted, reviewed or public: text and ledger must not part. */
export async function refuseWhilePublic(tx: Tx, organId: number, decision: Linked): Promise<void> {
  const state = await stateOfRecord(tx, organId, decision)
  if (state?.isOpen) throw refusals.publicityUnderWay()
  if (state?.status === 'live') throw refusals.decisionIsPublic()
}
