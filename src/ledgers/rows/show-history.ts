import { z } from 'zod'
import type { Tx } from '../../db/database.ts'
import { foldHistory, type LoggedAct, recordActs } from './history.ts'
import type { KeptRows } from './kept-row.ts'
import type { RowEvent } from './row-event.ts'
import { listOfRow } from './store/corrections.ts'
import { listActs, listImportsOfRow } from './store/happened.ts'

/** Everything that happened to a row, the earliest first. */
export async function historyOf(
  tx: Tx,
  organId: number,
  kept: Pick<KeptRows, 'id' | 'ledger' | 'told'>,
  { id, recordId }: { readonly id: string; readonly recordId: string | null },
): Promise<RowEvent[]> {
  const acts = await listActs(tx, organId, [id], Object.keys(kept.told ?? {}))
  const records = recordId === null ? [] : [recordId, ...recordsIn(acts)]
  return foldHistory(kept, {
    acts,
    ofRecords: await listActs(tx, organId, records, recordActs),
    imports: await listImportsOfRow(tx, organId, id),
    corrections: await listOfRow(tx, organId, kept.id, id),
  })
}

const WithRecord = z.object({ record: z.string() })

/** One that was withdrawn and published again had a record before. */
const recordsIn = (acts: readonly LoggedAct[]): string[] =>
  acts.flatMap(({ detail }) => WithRecord.safeParse(detail).data?.record ?? [])
