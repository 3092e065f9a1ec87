import type { Tx } from '../../../db/database.ts'
import { requestsLedger } from '../../../requests/ledger.ts'
import { courseOf } from '../../../requests/ledger-events.ts'
import { LedgerRequest } from '../../../requests/ledger-request.ts'
import { saveAll } from '../../../requests/store/ledger.ts'
import { get, getForChange } from '../../../requests/store/requests.ts'
import type { Values } from '../../../workbooks/ledger.ts'
import type { StoredRow } from './rows.ts'

/** A request as the ledger tells it; undefined where there is none, or where it was taken back. */
export async function findRequest(tx: Tx, organId: number, id: string, lock: boolean): Promise<StoredRow | undefined> {
  const known = await tx
    .selectFrom('requests')
    .select('id')
    .where('organId', '=', organId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!known) return undefined
  const { request, events } = await (lock ? getForChange : get)(tx, organId, id)
  const course = courseOf(events)
  if (!course) return undefined
  const { origin } = request
  const read = LedgerRequest.safeParse({ ...request, ...course, summary: request.summary ?? '' })
  return read.success ? { values: requestsLedger.toValues(read.data), row: { origin } } : undefined
}

/** Writes what the ledger should tell of an imported request; its course changes by events. */
export async function saveRequest(tx: Tx, organId: number, values: Values): Promise<void> {
  await saveAll(tx, organId, [LedgerRequest.parse(requestsLedger.toEntry(values))])
}
