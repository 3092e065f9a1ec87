import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Tx } from '../../db/database.ts'

/** 双公示: the first publication of a decision's record is the day of its publication, its withdrawal that of withdrawal. */
export async function noteDecision(
  tx: Tx,
  { organId, recordId, isWithdrawn, day }: { organId: number; recordId: string; isWithdrawn: boolean; day: PlainDate },
): Promise<void> {
  const column = isWithdrawn ? 'withdrawnOn' : 'publishedOn'
  await tx
    .updateTable('administrativeDecisions')
    .set({ [column]: day })
    .where('organId', '=', organId)
    .where('recordId', '=', recordId)
    .where(column, 'is', null)
    .execute()
}
