import type { Tx } from '../../../db/database.ts'
import { refusals } from '../../../refusal.ts'
import type { Decision } from '../decision.ts'
import { stateOfRecord } from '../store.ts'

const openStatuses = ['drafting', 'reviewing', 'signed', 'scheduled']

/** Refuses while the record of the decision is drafted, reviewed or public: text and ledger must not part. */
export async function refuseWhilePublic(
  tx: Tx,
  organId: number,
  { recordId }: Pick<Decision, 'recordId'>,
): Promise<void> {
  const state = await stateOfRecord(tx, organId, recordId)
  if (state && openStatuses.includes(state.status)) throw refusals.publicityUnderWay()
  if (state?.status === 'live') throw refusals.decisionIsPublic()
}
