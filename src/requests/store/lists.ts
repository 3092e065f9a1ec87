import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Applicant } from '../applicant.ts'
import { Request } from '../request.ts'
import { readApplicant } from './applicants.ts'

export const requestViews = ['queue', 'arrived', 'approving', 'concluded', 'all'] as const
export type RequestViewName = (typeof requestViews)[number]

export interface ListedRequest {
  readonly request: Request
  readonly applicant: Applicant | null
  readonly unitName: string | null
  readonly handlerName: string | null
}

export interface Wanted {
  readonly view: RequestViewName
  /** Part of a number or of what is asked for, or an applicant's whole name. */
  readonly words: string
  readonly nameKey: Buffer | null
  readonly page: number
  readonly pageSize: number
}

/** A page of requests with how many there are; the queue by what is due first, the rest newest first. */
export async function listRequests(
  tx: Tx,
  organId: number,
  wanted: Wanted,
): Promise<{ listed: ListedRequest[]; total: number }> {
  const order = wanted.view === 'queue' ? sql`r.due_on nulls last, r.id` : sql`r.arrived_on desc, r.id desc`
  // Counted apart, so that a page is read from the index in its order and not picked out of all.
  const found = sql`
    with matched as ${matching(organId, wanted)}
    select r.id, (select count(*) from matched) as total from matched r
    order by ${order} limit ${wanted.pageSize} offset ${(wanted.page - 1) * wanted.pageSize}`
  const rows = await withPeople(tx, organId, found, order)
  return { total: rows[0]?.total ?? 0, listed: rows }
}

interface FoundRow {
  readonly id: string
  readonly total: number
  readonly row: object
  readonly sealed: string | null
  readonly unitName: string | null
  readonly handlerName: string | null
}

/** The found requests with who asks and who works on them, in this order. */
async function withPeople(
  tx: Tx,
  organId: number,
  found: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<(ListedRequest & { total: number })[]> {
  const { rows } = await sql<FoundRow>`
    select found.id, found.total, to_jsonb(r) - '{applicant_key,applicant_name_key,receipt_code_hash,receipt_secret_hash}'::text[] as row, a.sealed,
      u.name as unit_name, s.name as handler_name
    from (${found}) found join requests r on r.organ_id = ${organId} and r.id = found.id
      left join request_applicants a on a.organ_id = r.organ_id and a.request_id = r.id
      left join work_units u on u.organ_id = r.organ_id and u.id = r.unit_id
      left join staff s on s.organ_id = r.organ_id and s.id = r.handler_id
    order by ${order}`.execute(tx)
  return rows.map(({ id, total, row, sealed, unitName, handlerName }) => ({
    total,
    request: Request.parse(camel(row)),
    applicant: sealed === null ? null : readApplicant(organId, id, sealed),
    unitName,
    handlerName,
  }))
}

/** The requests that arrived between two days, both included, oldest first. */
export const listArrived = (tx: Tx, organId: number, from: PlainDate, to: PlainDate): Promise<ListedRequest[]> =>
  withPeople(
    tx,
    organId,
    sql`select id, 0 as total from requests where organ_id = ${organId} and arrived_on between ${from} and ${to}
      and (origin = 'live' or status <> 'arrived')`,
    sql`r.arrived_on, r.number`,
  )

const camel = (row: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )

function inView(view: RequestViewName, organId: number) {
  switch (view) {
    case 'queue':
      return sql`r.status <> 'concluded' and r.origin = 'live'`
    case 'arrived':
      return sql`r.status = 'arrived' and r.origin = 'live'`
    case 'approving':
      // A correction that waits is found here in whatever state its request is.
      return sql`r.id in (
        select w.id from requests w where w.organ_id = ${organId} and w.status in ('approving', 'approved')
        union all select w.id from requests w where w.organ_id = ${organId} and w.correction_waits)`
    case 'concluded':
      return sql`r.status = 'concluded'`
    case 'all':
      // An import that was undone leaves its requests under their numbers, received on no day.
      return sql`(r.origin = 'live' or r.status <> 'arrived')`
  }
}

/**
 * Two-character words are found by their pairs of characters, then compared; % and _ are characters like others. A single
 * character is looked for in numbers only.
 */
function matching(organId: number, { view, words, nameKey }: Wanted): RawBuilder<unknown> {
  const plain = words.trim()
  const pattern = `%${plain.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  if (plain.length >= 2)
    return sql`materialized (select r.* from requests_with_words(${plain}, ${pattern}, ${nameKey}) r where ${inView(view, organId)})`
  const inNumber = plain === '' ? sql`true` : sql`r.number ilike ${pattern}`
  return sql`not materialized (select r.id, r.arrived_on, r.due_on from requests r
    where r.organ_id = ${organId} and ${inView(view, organId)} and ${inNumber})`
}

export interface SimilarRequest {
  readonly id: string
  readonly number: string
  readonly summary: string
  readonly receivedOn: PlainDate | null
  readonly outcome: string | null
  /** By identity number or credit code, or by name and telephone. */
  readonly sameApplicant: boolean
  readonly sameName: boolean
  readonly likeness: number
}

const mostSimilar = 8
/** From here on a text is nearly the same. */
const nearlySame = 0.45

/** Earlier requests by the same applicant, and those that ask for nearly the same. */
export async function listSimilar(tx: Tx, { organId, id, summary }: Request): Promise<SimilarRequest[]> {
  const { rows } = await sql<SimilarRequest>`
    with mine as (select applicant_key, applicant_name_key from requests where organ_id = ${organId} and id = ${id}),
    alike as materialized (select * from requests_alike(${summary}, ${nearlySame}, ${mostSimilar + 1}))
    select r.id, r.number, r.summary, r.outcome,
      case when r.outcome is distinct from 'withdrawn' or exists (
        select from request_events e where e.organ_id = r.organ_id and e.request_id = r.id and e.kind = 'received'
      ) then r.received_on end as received_on,
      coalesce(r.applicant_key = mine.applicant_key, false) as same_applicant,
      coalesce(r.applicant_name_key = mine.applicant_name_key, false) as same_name, coalesce(alike.likeness, 0) as likeness
    from requests r cross join mine left join alike on alike.id = r.id
    where r.organ_id = ${organId} and r.id <> ${id} and (r.applicant_key = mine.applicant_key or alike.id is not null)
    order by same_applicant desc, likeness desc, r.arrived_on desc limit ${mostSimilar}`.execute(tx)
  return rows
}
