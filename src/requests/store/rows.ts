import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { tableRows } from '../../db/table-rows.ts'
import { type KeptRow, type KeptRows, keptRow } from '../../ledgers/rows/kept-row.ts'
import { refusals } from '../../refusal.ts'
import { requestsLedger } from '../ledger.ts'
import { courseOf } from '../ledger-events.ts'
import { LedgerRequest } from '../ledger-request.ts'
import { requestRows } from '../row-ledger.ts'
import { saveAll } from './ledger.ts'
import { get, getForChange } from './requests.ts'
import { listOvertaken, takeCoursesBack, takeRequestBack, takeRequestsBack } from './undo-import.ts'

const rows = tableRows('requests')

/** A request as the ledger tells it; undefined where there is none, or where it was taken back. */
async function find(tx: Tx, organId: number, id: string, lock: boolean): Promise<KeptRow | undefined> {
  if (!(await rows.find(tx, organId, id, false))) return undefined
  const { request, events } = await (lock ? getForChange : get)(tx, organId, id)
  const course = courseOf(events)
  if (!course) return undefined
  const read = LedgerRequest.safeParse({ ...request, ...course, summary: request.summary ?? '' })
  if (!read.success) return undefined
  const both = request.origin === 'imported' ? null : refusals.requestIsLive()
  return keptRow(requestsLedger.toValues(read.data), { both })
}

/** Imported requests: their course changes by events, and none is deleted. */
export const keptRequests: KeptRows = {
  id: 'requests',
  ledger: requestRows,
  find,
  isTaken: (tx, organId, id, { number }) => rows.isTaken(tx, organId, id, { number }),
  save: async (tx, organId, _id, values) => {
    await saveAll(tx, organId, [LedgerRequest.parse(requestsLedger.toEntry(values))])
  },
  remove: takeRequestBack,
  imported: {
    moving: [],
    listImages: rows.listImages,
    listLater: async (tx, organId, { act }) =>
      (await listOvertaken(tx, organId, act)).map((number) => `申请“${number}”`),
    takeBack: async (tx, organId, { act, added, changed }) => {
      await takeCoursesBack(tx, organId, act)
      await takeRequestsBack(tx, organId, added)
      await rows.restore(tx, organId, changed)
    },
  },
  years: {
    tables: ['requests', 'request_events'],
    standing: (organId) => sql`
      select 'requests' as ledger, received_on as day, origin = 'live' as is_own, id from requests
      where organ_id = ${organId} and received_on is not null`,
    ended: (organId) => sql`
      select 'requests' as ledger, concluded_on as day, id from requests where organ_id = ${organId}`,
  },
}
