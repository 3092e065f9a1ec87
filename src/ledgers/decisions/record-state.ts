import type { Tx } from '../../db/database.ts'
import { publicRecords, type RecordState } from '../public-records.ts'
import type { Decision } from './decision.ts'

/** How the record of a decision stands; undefined where none was begun. */
export async function stateOfRecord(
  tx: Tx,
  organId: number,
  { recordId }: Pick<Decision, 'recordId'>,
): Promise<RecordState | undefined> {
  return recordId === null ? undefined : publicRecords.get().findState(tx, organId, recordId)
}
