import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Database, Tx } from '../../db/database.ts'
import type { Term, Validity } from '../../law/validity.ts'
import type { RecordTypeId } from '../record-type.ts'
import { longRuns, type Query, titleTokens, wordTokens } from '../search/query.ts'
import { type Findable, token } from '../search/tokens.ts'

/** The newest records are looked through in blocks of so many, those before in blocks of sixteen such. */
const blockSize = 1_024
const largeBlock = 16
/** So many hits are counted and can be paged through. */
export const mostHits = 1_000

/** The two blocks in which a place lies, as tokens. */
const blocksOf = (place: RawBuilder<unknown>) =>
  sql`array['#' || ${place} / ${blockSize}::int, '##' || ${place} / ${blockSize * largeBlock}::int]`

/** Makes a published record findable as it now stands, in its old place. */
export async function saveFindable(
  tx: Tx,
  organId: number,
  recordId: string,
  { tokens, numberKey, titleKey, bodyKey, body }: Findable,
  { effectiveFrom, validUntil, repealedOn }: Term,
): Promise<void> {
  const block = (place: RawBuilder<number>) =>
    tokens.length > 0 ? sql`${[...tokens]}::text[] || ${blocksOf(place)}` : sql`'{}'::text[]`
  const kept = sql`number_key = ${numberKey}, title_key = ${titleKey}, body_key = ${bodyKey}, body = ${body},
    effective_from = ${effectiveFrom}, valid_until = ${validUntil}, repealed_on = ${repealedOn}`
  const { numAffectedRows } = await sql`
    update published_search set tokens = ${block(sql`place`)}, ${kept}
    where organ_id = ${organId} and record_id = ${recordId}`.execute(tx)
  if (numAffectedRows) return
  await sql`
    insert into published_search
      (organ_id, record_id, place, tokens, number_key, title_key, body_key, body, effective_from, valid_until, repealed_on)
    select ${organId}, ${recordId}, place, ${block(sql`place`)}, ${numberKey}, ${titleKey}, ${bodyKey}, ${body},
      ${effectiveFrom}, ${validUntil}, ${repealedOn}
    from (select nextval('published_order') as place) as next`.execute(tx)
}

/** What stood in one column stands in another, also for who searches there. */
export async function moveFindable(tx: Tx, organId: number, from: string, to: string): Promise<void> {
  await sql`
    update published_search set tokens = array_replace(tokens, ${token.column(from)}, ${token.column(to)})
    where organ_id = ${organId} and tokens @> array[${token.column(from)}, ${token.organ(organId)}]`.execute(tx)
}

export interface SearchFilter {
  readonly organId?: number | undefined
  readonly columnId?: string | undefined
  readonly type?: RecordTypeId | undefined
  readonly year?: number | undefined
  readonly validity?: Validity | undefined
}

export interface Hit {
  readonly organId: number
  readonly number: string
  readonly title: string
  readonly documentNumber: string
  readonly type: RecordTypeId
  readonly columnId: string
  readonly madeOn: PlainDate | null
  readonly effectiveFrom: PlainDate | null
  readonly validUntil: PlainDate | null
  readonly repealedOn: PlainDate | null
  readonly firstPublishedAt: Date
  readonly changedAt: Date
  /** A piece of the text around the first hit in it. */
  readonly excerpt: string
}

const anything = sql<boolean>`true`

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

/** As `validityOn`, said in SQL. */
function isValid(validity: Validity | undefined, today: PlainDate): RawBuilder<boolean> {
  const hasExpired = sql`coalesce(valid_until < ${today} and (repealed_on is null or repealed_on > valid_until), false)`
  const isRepealed = sql`coalesce(repealed_on <= ${today}, false)`
  const isComing = sql`coalesce(effective_from > ${today}, false)`
  if (validity === undefined) return anything
  if (validity === 'expired') return sql<boolean>`${hasExpired}`
  if (validity === 'repealed') return sql<boolean>`(${isRepealed} and not ${hasExpired})`
  if (validity === 'notYetEffective') return sql<boolean>`(${isComing} and not ${isRepealed} and not ${hasExpired})`
  return sql<boolean>`not (${isComing} or ${isRepealed} or ${hasExpired})`
}

const holds = (column: 'title_key' | 'body_key', runs: readonly string[]): RawBuilder<boolean> =>
  runs.length === 0
    ? anything
    : sql<boolean>`(${sql.join(
        runs.map(
          (run) =>
            sql`(strpos(title_key, ${run}) > 0 ${column === 'body_key' ? sql`or strpos(body_key, ${run}) > 0` : sql``})`,
        ),
        sql` and `,
      )})`

/** Every block, the newest first: two large ones' worth in small ones, then large ones. */
const blocks = sql`
  select block from (select max(place) / ${blockSize}::int as last from published_search) as ends,
    lateral (
      select '#' || n as block, n as at from generate_series(greatest(0, (last / ${largeBlock} - 1) * ${largeBlock}), last) as n
      union all
      select '##' || n, n - last from generate_series(0, last / ${largeBlock} - 2) as n
    ) as each
  order by at desc`

/**
 * Walks through the blocks until enough is found: a common word is found in the first ones, a rare one has few hits in each.
 * No list of all hits is ever made or sorted.
 */
const walk = (
  tokens: readonly string[],
  valid: RawBuilder<boolean>,
  held: RawBuilder<boolean>,
  only: RawBuilder<boolean>,
) => sql`
  select found.organ_id, found.record_id, found.place
  from (${blocks}) as blocks,
    lateral (
      select organ_id, record_id, place, title_key, body_key from published_search
      where tokens @> (${[...tokens]}::text[] || block) and ${valid}
      order by place desc offset 0
    ) as found
  where ${only} and ${held}
  limit ${mostHits}`

export interface Wanted {
  readonly query: Query
  readonly filter: SearchFilter
  readonly today: PlainDate
  readonly offset: number
  readonly limit: number
}

/**
 * What is found, in order: document number, index number or title that are just what was typed; then titles, then texts that
 * hold every word; each from the newest on. At most `mostHits` are counted.
 */
export async function search(
  db: Database | Tx,
  { query, filter, today, offset, limit }: Wanted,
): Promise<{ hits: Hit[]; total: number }> {
  const { key, runs } = query
  if (runs.length === 0) return { hits: [], total: 0 }
  const filters = filterTokens(filter)
  const valid = isValid(filter.validity, today)
  const words = wordTokens(query)
  const long = longRuns(query)
  const nothing = sql`select organ_id, record_id, place from published_search where false`
  const [first = '', ...others] = runs
  const near = (run: string) => sql`nullif(strpos(lower(body), ${run}), 0)`
  const place = sql`coalesce(${sql.join([...[first, ...others].map(near), near([...first].slice(0, 2).join('')), sql`1`])})`
  const { rows } = await sql<Hit & { total: number }>`
    with exact as materialized (
      select organ_id, record_id, place, case when number_key = ${key} then 0 when title_key = ${key} then 2 else 1 end as rank
      from published_search where tokens @> ${[token.exact(key), ...filters]} and ${valid}
      order by rank, place desc limit ${mostHits}
    ), in_title as materialized (
      ${walk([...titleTokens(query), ...filters], valid, holds('title_key', long), anything)}
    ), in_text as materialized (
      ${
        words
          ? walk(
              [...words, ...filters],
              valid,
              holds('body_key', long),
              sql<boolean>`(select count(*) from in_title) < ${mostHits}
                and not exists (select from in_title t where t.organ_id = found.organ_id and t.record_id = found.record_id)`,
            )
          : nothing
      }
    ), hits as (
      select organ_id, record_id, place, min(rank) as rank from (
        select * from exact
        union all select *, 3 from in_title
        union all select *, 4 from in_text) as all_hits
      group by organ_id, record_id, place
    ), page as materialized (
      select *, count(*) over () as total from hits order by rank, place desc limit ${limit} offset ${offset}
    )
    select page.total, r.organ_id, r.number, r.title, r.document_number, r.type, r.column_id, r.made_on, r.effective_from,
      r.valid_until, r.repealed_on, r.first_published_at, r.changed_at,
      (select substr(body, greatest(1, at - 30), 140) from (select ${place} as at) as near) as excerpt
    from page
    join published_records r on r.organ_id = page.organ_id and r.record_id = page.record_id and r.withdrawn_at is null
    join published_search s on s.organ_id = page.organ_id and s.record_id = page.record_id
    order by page.rank, page.place desc`.execute(db)
  return { hits: rows.map(({ total: _, ...hit }) => hit), total: Math.min(mostHits, rows[0]?.total ?? 0) }
}
