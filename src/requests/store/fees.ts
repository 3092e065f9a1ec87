import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Applicant } from '../applicant.ts'
import type { RequestEvent } from '../event.ts'
import type { Piece } from '../fees/fee-month.ts'
import type { Request } from '../request.ts'
import { readApplicant } from './applicants.ts'
import { fromRow } from './event-rows.ts'

type Key = Pick<Request, 'organId' | 'id'>

interface PieceRow extends Piece {
  /** Of the same applicant by document number or credit code, or, where there is none, by name and telephone. */
  readonly isSame: boolean
}

/**
 * The received requests of the applicant of this one, as `applicantKey` knows them: by document number or credit code, or by name
 * and telephone where neither is known; an agent's count for whom they apply. Beside them, not the same by that key, those of the
 * same name or telephone. What was taken back before its receipt was confirmed was received on no day. A piece is taken down with
 * the request that was handed in.
 */
export async function listPieces(tx: Tx, { organId, id }: Key): Promise<PieceRow[]> {
  const { rows } = await sql<PieceRow>`
    with mine as (select applicant_key, applicant_name_key, applicant_phone_key from requests
      where organ_id = ${organId} and id = ${id})
    select r.id, r.number, r.received_on, r.split_from, r.applicant_key = mine.applicant_key as is_same,
      (first.recorded_at at time zone 'Asia/Shanghai')::date as registered_on
    from requests r cross join mine
      join request_events first on first.organ_id = r.organ_id and first.request_id = r.id and first.seq = 1
    where r.organ_id = ${organId} and r.received_on is not null
      and (r.applicant_key = mine.applicant_key or r.applicant_name_key = mine.applicant_name_key
        or r.applicant_phone_key = mine.applicant_phone_key)
      and exists (select from request_events e where e.organ_id = r.organ_id and e.request_id = r.id and e.kind = 'received')
    order by r.id`.execute(tx)
  return rows
}

/** The pages that were charged to the applicant of this request before, by the month in which they count. */
export async function listChargedPages(tx: Tx, { organId, id }: Key): Promise<{ month: string; pages: number }[]> {
  const { rows } = await sql<{ month: string; pages: number }>`
    select e.data ->> 'month' as month, (e.data ->> 'pages')::int as pages
    from request_events e join requests r on r.organ_id = e.organ_id and r.id = e.request_id
    where e.organ_id = ${organId} and e.kind = 'feeNotified' and e.request_id <> ${id} and e.data ->> 'pages' is not null
      and r.applicant_key = (select applicant_key from requests where organ_id = ${organId} and id = ${id})`.execute(tx)
  return rows
}

/** Whether another payment (`feePaid`) or refund has been taken down with this number. */
export async function isNumberTaken(
  tx: Tx,
  organId: number,
  { kind, number }: { readonly kind: 'feePaid' | 'feeRefunded'; readonly number: string },
): Promise<boolean> {
  const field = kind === 'feePaid' ? 'receiptNumber' : 'voucherNumber'
  const { rows } = await sql`
    select from request_events where organ_id = ${organId} and kind = ${kind} and data ->> ${sql.lit(field)} = ${number}
    limit 1`.execute(tx)
  return rows.length > 0
}

export interface Charged {
  readonly id: string
  readonly number: string
  readonly summary: string
  /** Null where a ledger tells of it. */
  readonly applicant: Applicant | null
  /** What its history says of the fee and of its end. */
  readonly events: readonly RequestEvent[]
}

const ofFee = ['feeNotified', 'feeDelivered', 'feePaid', 'feeWaived', 'feeRefunded', 'concluded', 'voided']

/** The requests to which a fee notice was sent, in one year where it is given, the newest notice first. */
export async function listCharged(tx: Tx, organId: number, year: number | undefined): Promise<Charged[]> {
  const inYear = year === undefined ? sql`true` : sql`extract(year from n.happened_on) = ${year}`
  const { rows } = await sql<Omit<Charged, 'applicant' | 'events'> & { sealed: string | null }>`
    with charged as (
      select n.request_id, max(n.happened_on) as notified_on from request_events n
      where n.organ_id = ${organId} and n.kind = 'feeNotified' and ${inYear}
        and not exists (select from request_events later where later.organ_id = n.organ_id
          and later.request_id = n.request_id and later.supersedes = n.seq)
      group by n.request_id)
    select r.id, r.number, r.summary, a.sealed
    from charged c join requests r on r.organ_id = ${organId} and r.id = c.request_id
      left join request_applicants a on a.organ_id = r.organ_id and a.request_id = r.id
    order by c.notified_on desc, r.id desc`.execute(tx)
  const events = await eventsOfFees(
    tx,
    organId,
    rows.map(({ id }) => id),
  )
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    applicant: sealed === null ? null : readApplicant(organId, row.id, sealed),
    events: events.get(row.id) ?? [],
  }))
}

async function eventsOfFees(tx: Tx, organId: number, ids: readonly string[]): Promise<Map<string, RequestEvent[]>> {
  const { rows } = await sql<Parameters<typeof fromRow>[0]>`
    select e.organ_id, e.request_id, e.seq, e.kind, e.happened_on, e.amount::text as amount, e.supersedes,
      e.data - 'letter' as data, e.actor_kind, e.actor_id, e.actor_name, e.recorded_at
    from request_events e
    where e.organ_id = ${organId} and e.request_id = any(${ids}::uuid[]) and e.kind = any(${ofFee})
    order by e.request_id, e.seq`.execute(tx)
  const events = new Map<string, RequestEvent[]>(ids.map((id) => [id, []]))
  for (const row of rows) events.get(row.requestId)?.push(fromRow(row))
  return events
}

/** The years in which fee notices were sent, the newest first. */
export async function listYearsCharged(tx: Tx, organId: number): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from happened_on)::int as year from request_events
    where organ_id = ${organId} and kind = 'feeNotified' order by 1 desc`.execute(tx)
  return rows.map(({ year }) => year)
}
