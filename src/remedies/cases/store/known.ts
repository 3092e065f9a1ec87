import { sql } from 'kysely'
import type { PlainDate } from '../../../days/plain-date.ts'
import type { Tx } from '../../../db/database.ts'
import { bracketsOf } from '../../../law/document-number.ts'
import { says } from '../../../lists/sql.ts'

/** Where a number is known already, whatever brackets it was typed with: in a case that is worked on here, or in an imported row. */
export async function findByNumber(
  tx: Tx,
  organId: number,
  number: string,
): Promise<{ readonly id: string; readonly kind: string; readonly isImported: boolean } | undefined> {
  const written = [number, ...bracketsOf(number)]
  const { rows } = await sql<{ id: string; kind: string; isImported: boolean }>`
    select id, kind, false as is_imported from remedy_cases
      where organ_id = ${organId} and status <> 'cancelled' and numbers && ${written}::text[]
    union all select id, kind, true from remedies where organ_id = ${organId} and number = any(${written}::text[])
    limit 1`.execute(tx)
  return rows[0]
}

/** The first of these numbers that is worked on here. */
export async function findRegistered(tx: Tx, organId: number, numbers: readonly string[]): Promise<string | undefined> {
  const known = new Map(numbers.flatMap((number) => [number, ...bracketsOf(number)].map((each) => [each, number])))
  const { rows } = await sql<{ number: string }>`
    select n as number from remedy_cases c, unnest(c.numbers) n
    where c.organ_id = ${organId} and c.status <> 'cancelled' and n = any(${[...known.keys()]}::text[]) limit 1`.execute(
    tx,
  )
  return rows[0] && known.get(rows[0].number)
}

/** A request as one who registers a case chooses it. */
export interface ChosenRequest {
  readonly id: string
  readonly number: string
  readonly unitId: string | null
  readonly outcome: string | null
  readonly concludedOn: PlainDate | null
  /** Of what was sent to the applicant, the latest first. */
  readonly letters: readonly string[]
}

const chosenRequest = sql`
  select r.id, r.number, r.unit_id, r.outcome, r.concluded_on,
    array(select l.number from request_letters l where l.organ_id = r.organ_id and l.request_id = r.id order by l.seq desc) as letters
  from requests r`

const most = 20

/** Requests by words of their number or of what they ask, the latest first. */
export async function listRequests(tx: Tx, organId: number, words: string): Promise<ChosenRequest[]> {
  const { rows } = await sql<ChosenRequest>`${chosenRequest}
    where r.organ_id = ${organId} and r.received_on is not null and ${says([sql`r.number`, sql`r.summary`], words)}
    order by r.concluded_on desc nulls last, r.number desc limit ${most}`.execute(tx)
  return rows
}

export async function findRequest(tx: Tx, organId: number, id: string): Promise<ChosenRequest | undefined> {
  const { rows } = await sql<ChosenRequest>`${chosenRequest} where r.organ_id = ${organId} and r.id = ${id}`.execute(tx)
  return rows[0]
}

/** What was published, as one who registers a case chooses it. */
export interface ChosenRecord {
  readonly id: string
  readonly number: string
  readonly title: string
}

export async function listRecords(tx: Tx, organId: number, words: string): Promise<ChosenRecord[]> {
  const { rows } = await sql<ChosenRecord>`
    select record_id as id, number, title from published_records
    where organ_id = ${organId} and ${says([sql`number`, sql`title`], words)} order by number desc limit ${most}`.execute(
    tx,
  )
  return rows
}

export async function findRecord(tx: Tx, organId: number, id: string): Promise<ChosenRecord | undefined> {
  const { rows } = await sql<ChosenRecord>`
    select record_id as id, number, title from published_records where organ_id = ${organId} and record_id = ${id}`.execute(
    tx,
  )
  return rows[0]
}

/** A case that concerns another, or a request, by what it is known. */
export interface NamedCase {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly isImported: boolean
  readonly filedOn: PlainDate
  readonly result: string | null
  readonly concludedOn: PlainDate | null
}

const named = (organId: number) => sql`
  (select id, number, kind, false as is_imported, filed_on, result, concluded_on, request_id, follows_number from remedy_cases
    where organ_id = ${organId} and status <> 'cancelled'
  union all select m.id, m.number, m.kind, true, m.filed_on, m.result, m.concluded_on, r.id, '' from remedies m
    left join requests r on r.organ_id = m.organ_id and r.number = m.request_number where m.organ_id = ${organId}) c`

const facts = sql`c.id, c.number, c.kind, c.is_imported, c.filed_on, c.result, c.concluded_on`

/** The cases about a request, imported ones too, in the order of their days. */
export async function listOfRequest(tx: Tx, organId: number, requestId: string): Promise<NamedCase[]> {
  const { rows } = await sql<NamedCase>`
    select ${facts} from ${named(organId)} where c.request_id = ${requestId} order by c.filed_on, c.number`.execute(tx)
  return rows
}

/** The suits that followed a reconsideration. */
export async function listFollowing(tx: Tx, organId: number, number: string): Promise<NamedCase[]> {
  const { rows } = await sql<NamedCase>`
    select ${facts} from ${named(organId)} where c.follows_number = ${number} order by c.filed_on, c.number`.execute(tx)
  return rows
}

/** Reconsiderations by words of their number, the latest first. */
export async function listReviews(tx: Tx, organId: number, words: string): Promise<NamedCase[]> {
  const { rows } = await sql<NamedCase>`
    select ${facts} from ${named(organId)} where c.kind = 'review' and ${says([sql`c.number`], words)}
    order by c.filed_on desc, c.number desc limit ${most}`.execute(tx)
  return rows
}

/** A case of this number, imported or not. */
export async function findNamed(tx: Tx, organId: number, number: string): Promise<NamedCase | undefined> {
  const { rows } =
    await sql<NamedCase>`select ${facts} from ${named(organId)} where c.number = ${number} limit 1`.execute(tx)
  return rows[0]
}
