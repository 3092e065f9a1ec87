import { sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { ogiRegulation } from '../../law/ogi-regulation.ts'
import type { RequestEvent } from '../event.ts'
import type { FirstDue } from '../late.ts'
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
  'serviceAttempted',
  'serviceResult',
  'concluded',
  'voided',
]

/** What moves the last day to answer, or decides whether a period runs at all. */
const moving = ofClock.filter(
  (kind) => !['arrived', 'received', 'serviceAttempted', 'serviceResult', 'concluded'].includes(kind),
)

/** What may have been answered late in a span: how many of which nothing moved the day, and the events of the others. */
export interface PossiblyLate {
  readonly unmoved: number
  readonly moved: readonly RequestEvent[][]
}

/**
 * Of the requests that were worked on here and open in the span, those that had no answer on their first due date in it: what was
 * answered by then never was late, since whatever moves that date moves it to a later one, but for a delay (art. 35), which sets
 * a day of its own. Of what moved, the events by which the clock runs.
 */
export async function listPossiblyLate(
  tx: Tx,
  organId: number,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
  firstDue: readonly FirstDue[],
): Promise<PossiblyLate> {
  const answered = sql`coalesce(r.concluded_on, 'infinity')`
  const live = sql`r.organ_id = ${organId} and r.origin = 'live'`
  const { rows } = await sql<{ id: string; isMoved: boolean }>`
    with possible as materialized (
      select r.id from unnest(${firstDue.map(({ receivedOn }) => receivedOn)}::date[],
          ${firstDue.map(({ dueOn }) => dueOn)}::date[]) as first (received_on, due_on)
        cross join lateral (select r.id from requests r where ${live} and r.received_on = first.received_on
          -- Kept apart, so that each day is looked up in the index: most of a year's requests are answered in time.
          and ${answered} > first.due_on and ${answered} >= ${from}::date offset 0) r
      where first.due_on < ${to}
      union select r.id from requests r where ${live} and r.received_on < ${ogiRegulation.from} and ${answered} >= ${from}::date
      union select r.id from request_events d join requests r on ${live} and r.id = d.request_id
        where d.organ_id = ${organId} and d.kind = 'delayed' and r.received_on <= ${to} and ${answered} >= ${from}::date)
    select p.id, p.id in (select m.request_id from request_events m where m.organ_id = ${organId}
      and m.kind = any(${moving})) as is_moved
    from possible p`.execute(tx)
  const moved = rows.filter(({ isMoved }) => isMoved).map(({ id }) => id)
  return { unmoved: rows.length - moved.length, moved: await listClocked(tx, organId, moved) }
}

/** The events by which the clock runs, of each of these requests. */
async function listClocked(tx: Tx, organId: number, ids: readonly string[]): Promise<RequestEvent[][]> {
  const { rows } = await sql<Parameters<typeof fromRow>[0]>`
    select e.request_id, e.seq, e.kind, e.happened_on, e.amount::text as amount, e.supersedes,
      -- Letters name people, are long and say nothing of the clock. A correction is none without its own.
      case when e.data ? 'letter' and e.kind <> 'letterCorrected' then e.data || '{"letter": null}' else e.data end as data, e.actor_kind, e.actor_id, e.actor_name, e.recorded_at
    from request_events e
    where e.organ_id = ${organId} and e.request_id = any(${ids}::uuid[]) and e.kind = any(${ofClock})
    order by e.request_id, e.seq`.execute(tx)
  return [...Map.groupBy(rows, ({ requestId }) => requestId).values()].map((events) =>
    events.map((row) => fromRow({ ...row, organId })),
  )
}
