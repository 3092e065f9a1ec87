import { type RawBuilder, sql } from 'kysely'
import { addDays, type PlainDate, plainDate } from '../../../days/plain-date.ts'
import type { Tx } from '../../../db/database.ts'
import { validityIds } from '../../../law/validity.ts'
import { allOf, between, countedIn, orderOf, says } from '../../../lists/sql.ts'
import { withAddresses } from '../../public-records.ts'
import type { RegisterTerm } from '../register.ts'
import type { RegisteredDocument } from '../registered-document.ts'
import type { DocumentViewName, WantedDocuments } from '../wanted.ts'
import { documents } from './documents.ts'

interface Wanted extends WantedDocuments {
  readonly on: PlainDate
  readonly offset: number
  readonly limit: number
}

export type DocumentCounts = Readonly<Record<DocumentViewName, number>>

const hasRunOutFirst = sql`(d.valid_until is not null and (d.repealed_on is null or d.repealed_on > d.valid_until))`
const ranOutOn = sql`case when ${hasRunOutFirst} then greatest(d.valid_until + 1, d.issued_on) end`

/** As `standingOn` of the register has it; null before it was issued. */
const standingOn = (day: PlainDate) => sql`case when d.issued_on > ${day} then null
  when d.valid_until < ${day} and ${hasRunOutFirst} then 'expired' when d.repealed_on <= ${day} then 'repealed'
  when d.effective_from > ${day} then 'notYetEffective' else 'inForce' end`

/** As `countsIn` of the register has it. */
function countsIn(term: RegisterTerm, year: number): RawBuilder<unknown> {
  const [from, to] = [plainDate(`${year}-01-01`), plainDate(`${year}-12-31`)]
  const within = (column: RawBuilder<unknown>) => sql`${column} between ${from} and ${to}`
  switch (term) {
    case 'inForceBefore':
      return sql`${standingOn(addDays(from, -1))} = 'inForce'`
    case 'pendingBefore':
      return sql`${standingOn(addDays(from, -1))} = 'notYetEffective'`
    case 'issued':
      return within(sql`d.issued_on`)
    case 'repealed':
      return within(sql`d.repealed_on`)
    case 'repealedAfterExpiry':
      return sql`(${within(sql`d.repealed_on`)} and ${hasRunOutFirst})`
    case 'expired':
      return within(ranOutOn)
    case 'inForce':
      return sql`${standingOn(to)} = 'inForce'`
    case 'pendingAfter':
      return sql`${standingOn(to)} = 'notYetEffective'`
    case 'amended':
      return sql`exists (select from document_amendments a where a.organ_id = d.organ_id and a.document_id = d.id
        and ${within(sql`a.amended_on`)})`
  }
}

const days = {
  issuedOn: sql`d.issued_on`,
  effectiveFrom: sql`d.effective_from`,
  validUntil: sql`d.valid_until`,
  repealedOn: sql`d.repealed_on`,
} as const

const sortColumns = {
  title: sql`d.title`,
  issuedOn: sql`d.issued_on`,
  effectiveFrom: sql`d.effective_from`,
  endsOn: sql`least(d.valid_until, d.repealed_on)`,
} as const

function narrowed({ kind, term, year, source, q, day, from, to }: Wanted): RawBuilder<unknown> {
  return allOf([
    sql`d.kind = ${kind}`,
    term !== undefined && year !== undefined && countsIn(term, year),
    source && (source === 'platform' ? sql`d.record_id is not null` : sql`d.record_id is null`),
    between(days[day], { from, to }),
    q && says([sql`d.title`, sql`d.document_number`], q),
  ])
}

/** Documents of the register, the newest first unless another order was chosen; with how many stand in each way on the day. */
export async function listWantedDocuments(
  tx: Tx,
  organId: number,
  wanted: Wanted,
): Promise<{ items: RegisteredDocument[]; total: number; counts: DocumentCounts }> {
  const { view, on, sort, offset, limit } = wanted
  const found = narrowed(wanted)
  const standing = standingOn(on)
  const views = Object.fromEntries(validityIds.map((id) => [id, sql`${standing} = ${id}`]))
  const counted = await sql<DocumentCounts>`
    select count(*) as "all", ${countedIn(views)} from normative_documents d where d.organ_id = ${organId} and ${found}`.execute(
    tx,
  )
  const chosen = orderOf(sortColumns, sort)
  const { rows } = await documents(
    organId,
    sql`and ${found} and ${view === 'all' ? sql`true` : sql`${standing} = ${view}`}
      order by ${chosen ? sql`${chosen}, ` : sql``} d.issued_on desc, d.document_number desc, d.id
      limit ${limit} offset ${offset}`,
  ).execute(tx)
  const [counts = { all: 0, inForce: 0, notYetEffective: 0, repealed: 0, expired: 0 }] = counted.rows
  return { items: await withAddresses(tx, organId, rows), counts, total: counts[view] }
}
