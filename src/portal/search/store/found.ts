import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../../days/plain-date.ts'
import type { Database, Tx } from '../../../db/database.ts'
import type { RecordTypeId } from '../../../disclosure/record-type.ts'
import { type ListedRecord, listed } from '../../../disclosure/store/public.ts'
import type { Term, Validity } from '../../../law/validity.ts'
import { isEmpty, type Query } from '../../../search/query.ts'
import { token } from '../../../search/tokens.ts'
import { everyBlock, facts, isValid, otherBlocks, soughtBy, walk } from '../../../search/walk.ts'
import type { Counts } from '../counts.ts'
import { countsOf } from './counts-sql.ts'

/** So many hits are counted and can be paged through. */
export const mostHits = 1_000

export interface SearchFilter {
  readonly organId?: number | undefined
  readonly columnId?: string | undefined
  readonly type?: RecordTypeId | undefined
  readonly year?: number | undefined
  readonly validity?: Validity | undefined
}

export interface FoundRecord extends ListedRecord {
  readonly kind: 'record'
  /** A piece of the text around the first hit in it. */
  readonly excerpt: string
}

/** A document that is only in the register, or an annual report. */
export interface FoundOther extends Term {
  readonly kind: 'document' | 'report'
  readonly organId: number
  readonly title: string
  readonly documentNumber: string
  /** The year of an annual report. */
  readonly part: number
  readonly day: PlainDate
  readonly excerpt: string
}

export type Hit = FoundRecord | FoundOther

export const recordsIn = (hits: readonly Hit[]): FoundRecord[] =>
  hits.flatMap((hit) => (hit.kind === 'record' ? [hit] : []))
export const othersIn = (hits: readonly Hit[]): FoundOther[] =>
  hits.flatMap((hit) => (hit.kind === 'record' ? [] : [hit]))

const filterTokens = ({ organId, columnId, type, year, validity }: SearchFilter): string[] => {
  const facts = { inForce: 'document', notYetEffective: 'starts', repealed: 'repealed', expired: 'ends' } as const
  return [
    ...(organId === undefined ? [] : [token.organ(organId)]),
    ...(columnId === undefined ? [] : [token.column(columnId)]),
    ...(type === undefined ? [] : [token.type(type)]),
    ...(year === undefined ? [] : [token.year(year)]),
    ...(validity === undefined ? [] : [token.fact(facts[validity])]),
  ]
}

export const orders = ['best', 'newest'] as const
export type Order = (typeof orders)[number]

export interface Wanted {
  readonly query: Query
  readonly filter: SearchFilter
  readonly order?: Order
  readonly today: PlainDate
  readonly offset: number
  readonly limit: number
}

export interface Found {
  readonly hits: readonly Hit[]
  readonly total: number
  /** How many of what is found there are of each choice; null where the page holds nothing. */
  readonly counts: Counts | null
}

/** Every hit with its rank: numbers and titles that are just what was typed, titles, texts; records before what is none. */
function hitsOf({ query, filter, order, today }: Wanted): RawBuilder<unknown> {
  const filters = filterTokens(filter)
  const valid = isValid(filter.validity, today)
  const { inTitle, inText } = soughtBy(query, filters, valid)
  // The text's pairs are those of the title, too: the newest of all are found without titles first.
  const titlesFirst = order !== 'newest' || !inText
  const nothing = sql`select ${facts} from published_search where false`
  const isExact = sql`case when number_key = ${query.key} then 0 when title_key = ${query.key} then 2 else 1 end`
  const titles = (blocks: RawBuilder<unknown>) => (titlesFirst ? walk(blocks, inTitle, mostHits) : nothing)
  const texts = (blocks: RawBuilder<unknown>) => (inText ? walk(blocks, inText, mostHits) : nothing)
  return sql`
    exact as materialized (
      select ${facts}, ${isExact} as rank
      from published_search where tokens @> ${[token.exact(query.key), ...filters]} and ${inTitle.may}
      order by rank, place desc limit ${mostHits}
    ), in_title as materialized (select ${facts} from (${titles(everyBlock)}) as titles),
    other_title as materialized (select ${facts} from (${titles(otherBlocks)}) as titles),
    in_text as materialized (
      select ${facts} from (${texts(everyBlock)}) as texts where (select count(*) from in_title) < ${mostHits}
    ), other_text as materialized (select ${facts} from (${texts(otherBlocks)}) as texts),
    hits as materialized (
      select distinct on (place) * from (
        select * from exact
        union all select *, 3 from in_title union all select *, 4 from other_title
        union all select *, 5 from in_text union all select *, 6 from other_text) as all_hits
      order by place, rank
    )`
}

/** A piece of the text around the first run in it. */
function excerptOf({ runs: [first = '', ...others] }: Query): RawBuilder<string> {
  const near = (run: string) => sql`nullif(strpos(lower(s.body), ${run}), 0)`
  const places = [...[first, ...others].map(near), near([...first].slice(0, 2).join('')), sql`1`]
  return sql<string>`(select substr(s.body, greatest(1, at - 30), 140) from (select coalesce(${sql.join(places)}) as at) as near)`
}

/**
 * What is found, in order: document number, index number or title that are just what was typed; then titles, then texts that
 * hold every word; each from the newest on. At most `mostHits` are counted.
 */
export async function search(db: Database | Tx, wanted: Wanted): Promise<Found> {
  const { query, order, today, offset, limit } = wanted
  if (isEmpty(query)) return { hits: [], total: 0, counts: null }
  const sorted = order === 'newest' ? sql`day desc, place desc` : sql`rank, day desc, place desc`
  const { rows } = await sql<Hit & { readonly total: number; readonly counts: Counts | null }>`
    with ${hitsOf(wanted)},
    page as materialized (
      select *, count(*) over () as total, row_number() over (order by ${sorted}) as at from hits
      order by at limit ${limit} offset ${offset}
    )
    select page.total, page.kind, page.part, page.day, ${listed},
      page.organ_id, coalesce(r.title, s.title) as title, coalesce(r.document_number, s.document_number) as document_number,
      page.effective_from, page.valid_until, page.repealed_on, ${excerptOf(query)} as excerpt,
      case when page.at = ${offset} + 1 then ${countsOf(today)} end as counts
    from page
    join published_search s using (organ_id, kind, subject_id, part)
    left join published_records r on page.kind = 'record' and r.organ_id = page.organ_id and r.record_id = page.subject_id
    order by page.at`.execute(db)
  return {
    hits: rows.map(({ total: _, counts: __, ...hit }) => hit),
    total: Math.min(mostHits, rows[0]?.total ?? 0),
    counts: rows[0]?.counts ?? null,
  }
}
