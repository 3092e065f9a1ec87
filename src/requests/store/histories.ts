import { sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { RequestEvent } from '../event.ts'
import { fromRow } from './event-rows.ts'

const ofClock = [
  'arrived',
  'received',
  'supplementRequested',
  'supplementReceived',
  'reasonsRequested',
  'reasonsReceived',
  'letterCorrected',
  'delayed',
  'extended',
  'consultationSent',
  'consultationDelivered',
  'consultationAnswered',
  'feeNotified',
  'feeDelivered',
  'feePaid',
  'feeWaived',
  'concluded',
  'voided',
]

/** The events by which the clock runs, of every request that was worked on here and was open in the span. */
export async function listClocked(
  tx: Tx,
  organId: number,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<RequestEvent[][]> {
  const { rows } = await sql<Parameters<typeof fromRow>[0]>`
    select e.request_id, e.seq, e.kind, e.happened_on, e.amount::text as amount, e.supersedes,
      -- Letters name people, are long and say nothing of the clock. A correction is none without its own.
      case when e.data ? 'letter' and e.kind <> 'letterCorrected' then e.data || '{"letter": null}' else e.data end as data, e.actor_kind, e.actor_id, e.actor_name, e.recorded_at
    from request_events e join requests r on r.organ_id = e.organ_id and r.id = e.request_id
    where e.organ_id = ${organId} and r.origin = 'live' and r.received_on <= ${to}
      and (r.concluded_on is null or r.concluded_on >= ${from})
      and e.kind = any(${ofClock})
    order by e.request_id, e.seq`.execute(tx)
  return [...Map.groupBy(rows, ({ requestId }) => requestId).values()].map((events) =>
    events.map((row) => fromRow({ ...row, organId })),
  )
}
