import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { inEveryBracket, soughtNumber } from '../../law/document-number.ts'
import { allOf, between, type Condition, likePart, orderOf, whose } from '../../lists/sql.ts'
import type { Role } from '../../organs/role.ts'
import type { Applicant } from '../applicant.ts'
import { Request } from '../request.ts'
import { RequestStatus } from '../request-status.ts'
import type { RequestViewName, WantedRequests } from '../wanted.ts'
import { readApplicant } from './applicants.ts'

/** What waits in a request, and for whom. */
export interface WaitsFor {
  readonly what: string
  readonly roles: readonly Role[]
  readonly unitName: string | null
  readonly staffName: string | null
}

export interface ListedRequest {
  readonly request: Request
  readonly applicant: Applicant | null
  readonly unitName: string | null
  readonly handlerName: string | null
  readonly turns: readonly WaitsFor[]
}

export interface Wanted extends WantedRequests {
  /** Those of whoever is called by the words, as far as the person may know of them. */
  readonly ofPerson: readonly string[]
  /** Those that wait for the person. */
  readonly mine: readonly string[]
  readonly offset: number
  readonly limit: number
}

/** Requests with how many there are; the queue by what is due first, the rest newest first, unless another order was chosen. */
export async function listRequests(
  tx: Tx,
  organId: number,
  wanted: Wanted,
): Promise<{ listed: ListedRequest[]; total: number }> {
  const order = orderBy(wanted)
  // Counted apart, so that a page is read from the index in its order and not picked out of all.
  const found = sql`
    with matched as ${matching(organId, wanted)}
    select r.id, (select count(*) from matched) as total from matched r
    order by ${order} limit ${wanted.limit} offset ${wanted.offset}`
  const rows = await withPeople(tx, organId, found, order)
  return { total: rows[0]?.total ?? (await countBeyond(tx, organId, wanted)), listed: rows }
}

/** How many there are where the page has none of them. */
async function countBeyond(tx: Tx, organId: number, wanted: Wanted): Promise<number> {
  if (wanted.offset === 0) return 0
  const { rows } = await sql<{ total: number }>`
    with matched as ${matching(organId, wanted)} select count(*) as total from matched`.execute(tx)
  return rows[0]?.total ?? 0
}

const sortColumns = {
  arrivedOn: sql`r.arrived_on`,
  dueOn: sql`r.due_on`,
  concludedOn: sql`r.concluded_on`,
  status: sql`array_position(${RequestStatus.options}::text[], r.status)`,
  unit: sql`(select u.name from work_units u where u.organ_id = r.organ_id and u.id = r.unit_id)`,
} as const

function orderBy({ view, sort }: WantedRequests): RawBuilder<unknown> {
  const chosen = orderOf(sortColumns, sort)
  if (chosen) return sql`${chosen}, r.arrived_on desc, r.id desc`
  return view === 'queue' ? sql`r.due_on nulls last, r.id` : sql`r.arrived_on desc, r.id desc`
}

interface FoundRow {
  readonly id: string
  readonly total: number
  readonly row: object
  readonly sealed: string | null
  readonly unitName: string | null
  readonly handlerName: string | null
  readonly turns: readonly WaitsFor[]
}

/** The found requests with who asks, who works on them and for whom they wait, in this order. */
async function withPeople(
  tx: Tx,
  organId: number,
  found: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<(ListedRequest & { total: number })[]> {
  const { rows } = await sql<FoundRow>`
    select found.id, found.total, to_jsonb(r) - ${hidden}::text[] as row, a.sealed,
      u.name as unit_name, s.name as handler_name, ${turnsOfRequest} as turns
    from (${found}) found join requests r on r.organ_id = ${organId} and r.id = found.id
      left join request_applicants a on a.organ_id = r.organ_id and a.request_id = r.id
      left join work_units u on u.organ_id = r.organ_id and u.id = r.unit_id
      left join staff s on s.organ_id = r.organ_id and s.id = r.handler_id
    order by ${order}`.execute(tx)
  return rows.map(({ id, total, row, sealed, unitName, handlerName, turns }) => ({
    total,
    request: Request.parse(camel(row)),
    applicant: sealed === null ? null : readApplicant(organId, id, sealed),
    unitName,
    handlerName,
    turns,
  }))
}

const hidden = '{applicant_key,applicant_name_key,applicant_phone_key,receipt_code_hash,receipt_secret_hash}'
const turnsOfRequest = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('what', t.what, 'roles', t.roles, 'unitName', tu.name, 'staffName', ts.name)
    order by t.due_on nulls last, t.part), '[]')
  from turns t left join work_units tu on tu.organ_id = t.organ_id and tu.id = t.unit_id
    left join staff ts on ts.organ_id = t.organ_id and ts.id = t.staff_id
  where t.organ_id = r.organ_id and t.subject_id = r.id and t.kind in ('request', 'answer', 'letter', 'decision'))`

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
        select w.id from requests w where w.organ_id = ${organId} and w.status in ('approving', 'approved', 'reapproving', 'reapproved')
        union all select w.id from requests w where w.organ_id = ${organId} and w.correction_waits)`
    case 'concluded':
      return sql`r.status = 'concluded'`
    case 'all':
      // An import that was undone leaves its requests under their numbers, received on no day.
      return sql`(r.origin = 'live' or r.status <> 'arrived')`
  }
}

/** Whom it waits for: somebody in this role, or the person. */
function waitsFor({ turn, mine }: Wanted, organId: number): Condition {
  if (turn === undefined) return undefined
  if (turn === 'mine') return sql`r.id = any(${mine}::uuid[])`
  // What is one person's is a clerk's.
  return sql`r.id in (select t.subject_id from turns t where t.organ_id = ${organId}
    and t.kind in ('request', 'answer', 'letter', 'decision')
    and (t.roles @> array[${turn}::text] or (${turn} = 'clerk' and t.staff_id is not null)))`
}

/** What was chosen of a list, but its words. */
function narrowed(organId: number, wanted: Wanted): RawBuilder<unknown> {
  const { view, status, unit, handler, kind, channel, outcome, day } = wanted
  const days = {
    arrivedOn: sql`r.arrived_on`,
    receivedOn: sql`r.received_on`,
    dueOn: sql`r.due_on`,
    concludedOn: sql`r.concluded_on`,
  }
  return allOf([
    inView(view, organId),
    status && sql`r.status = ${status}`,
    whose(sql`r.unit_id`, unit),
    whose(sql`r.handler_id`, handler),
    kind && sql`r.applicant_kind = ${kind}`,
    channel && sql`r.channel = ${channel}`,
    outcome && sql`r.outcome = ${outcome}`,
    between(days[day], wanted),
    waitsFor(wanted, organId),
  ])
}

/**
 * Words are found by their pairs of characters, then compared; beside them the requests to which a letter of that number went, and
 * those of the person. A single character is looked for in numbers only.
 */
function matching(organId: number, wanted: Wanted): RawBuilder<unknown> {
  const words = soughtNumber(wanted.q)
  const conditions = narrowed(organId, wanted)
  const columns = sql`r.organ_id, r.id, r.status, r.unit_id, r.arrived_on, r.due_on, r.concluded_on`
  if ([...words].length < 2) {
    const inNumber = words === '' ? sql`true` : sql`r.number ilike ${likePart(words)}`
    return sql`not materialized (select ${columns} from requests r
      where r.organ_id = ${organId} and ${conditions} and ${inNumber})`
  }
  const written = inEveryBracket(words)
  return sql`materialized (select ${columns} from requests r where r.organ_id = ${organId} and ${conditions} and r.id in (
    select requests_with_words(written, pattern)
      from unnest(${written}::text[], ${written.map(likePart)}::text[]) as form (written, pattern)
    union select request_id from request_letters where organ_id = ${organId} and number = any(${written})
    union select unnest(${wanted.ofPerson}::uuid[])))`
}

export interface SimilarRequest {
  readonly id: string
  readonly number: string
  readonly summary: string
  readonly receivedOn: PlainDate | null
  readonly outcome: string | null
  /** By identity number or credit code, or by name and telephone; false where one may not know. */
  readonly sameApplicant: boolean
  /** Told only beside `sameApplicant`. */
  readonly sameName: boolean
  readonly likeness: number
}

const mostSimilar = 8
/** From here on a text is nearly the same. */
const nearlySame = 0.45

/** Those that ask for nearly the same, and of `known`, the requests of the same applicant of which one may know, all. */
export async function listSimilar(
  tx: Tx,
  { organId, id, summary }: Request,
  known: readonly string[],
): Promise<SimilarRequest[]> {
  const { rows } = await sql<SimilarRequest>`
    with mine as (select applicant_name_key from requests where organ_id = ${organId} and id = ${id}),
    alike as materialized (select * from requests_alike(${summary}, ${nearlySame}, ${mostSimilar + 1}))
    select r.id, r.number, r.summary, r.outcome,
      case when r.outcome is distinct from 'withdrawn' or exists (
        select from request_events e where e.organ_id = r.organ_id and e.request_id = r.id and e.kind = 'received'
      ) then r.received_on end as received_on,
      r.id = any(${known}::uuid[]) as same_applicant,
      coalesce(r.applicant_name_key = mine.applicant_name_key, false) as same_name, coalesce(alike.likeness, 0) as likeness
    from requests r cross join mine left join alike on alike.id = r.id
    where r.organ_id = ${organId} and r.id <> ${id} and (r.id = any(${known}::uuid[]) or alike.id is not null)
    order by same_applicant desc, likeness desc, r.arrived_on desc limit ${mostSimilar}`.execute(tx)
  return rows
}
