import { type RawBuilder, sql } from 'kysely'
import { addDays, type PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { ApplicantKind } from '../../law/report-format-2021.ts'
import type { Counting } from '../counting.ts'

/** The year that a report speaks of: 1 January to 31 December, both included. */
export interface Period {
  readonly from: PlainDate
  readonly to: PlainDate
}

export interface RequestCount {
  readonly applicantKind: ApplicantKind
  readonly outcome: string | null
  readonly newReceived: number
  readonly carriedOver: number
  readonly concluded: number
  readonly carriedForward: number
}

/**
 * Requests by class of applicant and outcome, as they stood on the last day of the period: one concluded later was
 * then still open. Counted by the legal date of receipt and the date of conclusion, in one scan.
 */
export async function countRequests(tx: Tx, organId: number, { from, to }: Period): Promise<RequestCount[]> {
  const { rows } = await sql<RequestCount>`
    select applicant_kind, outcome,
      count(*) filter (where received_on >= ${from}) as new_received,
      count(*) filter (where received_on < ${from}) as carried_over,
      count(*) filter (where concluded_on <= ${to}) as concluded,
      count(*) filter (where concluded_on is null or concluded_on > ${to}) as carried_forward
    from requests
    where organ_id = ${organId} and received_on <= ${to} and (concluded_on is null or concluded_on >= ${from})
    group by applicant_kind, outcome`.execute(tx)
  return rows
}

export interface RemedyCount {
  readonly kind: string
  /** The result by the last day of the period; `pending` where there was none yet. */
  readonly result: string
  readonly count: number
}

/** Cases opened in the period or, unless they are not shown again, open at its start, each once; suits in which the organ is co-defendant only as reviewing organ are left out. */
export async function countRemedies(
  tx: Tx,
  organId: number,
  { from, to }: Period,
  counting: Counting,
): Promise<RemedyCount[]> {
  const { rows } = await sql<RemedyCount>`
    select kind, case when concluded_on <= ${to} then result else 'pending' end as result, count(*) as count
    from ${remediesOf(organId, { from, to }, counting)} group by 1, 2`.execute(tx)
  return rows
}

export interface DocumentCount {
  readonly kind: string
  readonly issuedThisYear: number
  readonly repealedThisYear: number
  readonly inForce: number
  /**
   * What explains 现行有效 beside issue and repeal: run out in the period, not yet in effect at its end less at its start, less
   * what was repealed after it had run out. The ledger's own equation says the same (`ledgers/documents/register.ts`).
   */
  readonly lapsedThisYear: number
}

/** Rules and normative documents: issued and repealed in the period, in force on its last day; lapsed is not repealed. */
export async function countDocuments(tx: Tx, organId: number, { from, to }: Period): Promise<DocumentCount[]> {
  const { rows } = await sql<DocumentCount>`
    select kind,
      count(*) filter (where issued_on between ${from} and ${to}) as issued_this_year,
      count(*) filter (where repealed_on between ${from} and ${to}) as repealed_this_year,
      count(*) filter (where ${inForceOn(to)}) as in_force,
      count(*) filter (where ${ranOutFirst} and greatest(valid_until + 1, issued_on) between ${from} and ${to})
      + count(*) filter (where ${pendingOn(to)})
      - count(*) filter (where ${pendingOn(addDays(from, -1))})
      - count(*) filter (where ${ranOutFirst} and repealed_on between ${from} and ${to}) as lapsed_this_year
    from normative_documents where organ_id = ${organId} group by kind`.execute(tx)
  return rows
}

/** All decisions of the period, published or not. */
export async function countDecisions(
  tx: Tx,
  organId: number,
  { from, to }: Period,
): Promise<{ kind: string; count: number }[]> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select kind, count(*) as count from administrative_decisions
    where organ_id = ${organId} and decided_on between ${from} and ${to} group by kind`.execute(tx)
  return rows
}

/** What was collected in the period, in yuan with two decimals, as text. */
export async function sumAdministrativeFees(tx: Tx, organId: number, { from, to }: Period): Promise<string> {
  const { rows } = await sql<{ amount: string }>`
    select coalesce(sum(amount), 0)::text as amount from administrative_fees
    where organ_id = ${organId} and collected_on between ${from} and ${to}`.execute(tx)
  return rows[0]?.amount ?? '0'
}

/** A document whose time was up before anybody repealed it: it expired, whatever came later. */
const ranOutFirst = sql<boolean>`(valid_until is not null and (repealed_on is null or repealed_on > valid_until))`

/** A document issued by `day` that is neither in effect nor repealed yet. */
const pendingOn = (day: PlainDate): RawBuilder<boolean> =>
  sql`(issued_on <= ${day} and effective_from > ${day} and (repealed_on is null or repealed_on > ${day}))`

/** A document in force on `day`: issued, in effect, not repealed, not run out. */
export const inForceOn = (day: PlainDate): RawBuilder<boolean> => sql`
  issued_on <= ${day} and effective_from <= ${day} and (repealed_on is null or repealed_on > ${day}) and (valid_until is null or valid_until >= ${day})`

/**
 * Cases that the report on a period shows: imported ones, and those that are worked on here, of which a case that was taken up again
 * stands once, as it stood last.
 */
export const remediesOf = (
  organId: number,
  { from, to }: Period,
  { pendingShownAgain }: Counting,
): RawBuilder<unknown> => {
  const shown = sql`filed_on <= ${to} and (concluded_on is null or concluded_on >= ${from})
    and (${pendingShownAgain} or filed_on >= ${from})`
  return sql`(
    select null::uuid as case_id, kind, number, raw_result, filed_on, concluded_on, result from remedies
      where organ_id = ${organId} and not is_co_defendant and ${shown}
    union all select * from (
      select distinct on (case_id, part) case_id, kind, number, raw_result, filed_on, concluded_on, result
      from (
        select c.id as case_id, c.kind, c.number, c.raw_result, n.part, n.place, n.opened_on as filed_on, n.concluded_on, n.result
        from remedy_counts n join remedy_cases c on c.organ_id = n.organ_id and c.id = n.case_id
        where n.organ_id = ${organId} and not c.is_co_defendant) n
      where ${shown} order by case_id, part, place desc) w) m`
}
