import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../days/plain-date.ts'
import type { Validity } from '../law/validity.ts'
import { longRuns, type Query, titleTokens, wordTokens } from './query.ts'
import { blockSize, largeBlock, otherBlock } from './store.ts'

const anything = sql<boolean>`true`

const hasExpired = (today: PlainDate) =>
  sql`coalesce(valid_until < ${today} and (repealed_on is null or repealed_on > valid_until), false)`
const isRepealed = (today: PlainDate) => sql`coalesce(repealed_on <= ${today}, false)`
const isComing = (today: PlainDate) => sql`coalesce(effective_from > ${today}, false)`

/** As `validityOn`, said in SQL. */
export const validitySql = (today: PlainDate): RawBuilder<Validity> => sql<Validity>`
  case when ${hasExpired(today)} then 'expired' when ${isRepealed(today)} then 'repealed'
    when ${isComing(today)} then 'notYetEffective' else 'inForce' end`

export const isValid = (validity: Validity | undefined, today: PlainDate): RawBuilder<boolean> =>
  validity === undefined ? anything : sql<boolean>`${validitySql(today)} = ${validity}`

/** None of the runs is there. */
const leavesOut = (runs: readonly string[]): RawBuilder<boolean> =>
  runs.length === 0
    ? anything
    : sql<boolean>`not (${sql.join(
        runs.map((run) => sql`strpos(title_key, ${run}) > 0 or strpos(body_key, ${run}) > 0`),
        sql` or `,
      )})`

/** Every run is there as a whole. */
export const heldIn = (column: 'title_key' | 'body_key', runs: readonly string[]): RawBuilder<boolean> =>
  runs.length === 0
    ? anything
    : sql<boolean>`(${sql.join(
        runs.map(
          (run) =>
            sql`(strpos(title_key, ${run}) > 0 ${column === 'body_key' ? sql`or strpos(body_key, ${run}) > 0` : sql``})`,
        ),
        sql` and `,
      )})`

/** Every block of records, the newest first: two large ones' worth in small ones, then large ones. */
export const everyBlock = sql`
  select block from (
      select place / ${blockSize}::int as last from published_search where place > 0 order by place desc limit 1) as ends,
    lateral (
      select '#' || n as block, n as at from generate_series(greatest(0, (last / ${largeBlock} - 1) * ${largeBlock}), last) as n
      union all
      select '##' || n, n - last from generate_series(0, last / ${largeBlock} - 2) as n
    ) as each
  order by at desc`

/** Every block of what is no record. */
export const otherBlocks = sql`
  select '$' || n as block from (select -place / ${otherBlock}::int as last from published_search where place < 0 order by place limit 1) as ends,
    lateral generate_series(0, last) as n
  order by n`

/** What a hit is known, ordered and counted by. */
export const facts = sql`organ_id, kind, subject_id, part, place, type, column_id, day, effective_from, valid_until, repealed_on`

export interface Sought {
  readonly tokens: readonly string[]
  /** What its row must be besides. */
  readonly may: RawBuilder<boolean>
  readonly held: RawBuilder<boolean>
}

/**
 * Walks through the blocks until enough is found: a common word is found in the first ones, a rare one has few hits in each.
 * No list of all hits is ever made or sorted.
 */
export const walk = (
  blocks: RawBuilder<unknown>,
  { tokens, may, held }: Sought,
  most: number,
): RawBuilder<unknown> => sql`
  select ${facts}, title_key from (${blocks}) as blocks,
    lateral (
      select ${facts}, title_key, body_key from published_search
      where tokens @> (${[...tokens]}::text[] || block) and ${may}
      order by place desc offset 0
    ) as found
  where ${held}
  limit ${most}`

/** What holds all words of a query in its title, and in its text or title; the latter is undefined for single characters, which only titles answer. */
export function soughtBy(
  query: Query,
  filters: readonly string[],
  valid: RawBuilder<boolean> = anything,
): { readonly inTitle: Sought; readonly inText: Sought | undefined } {
  const may = sql<boolean>`${valid} and ${leavesOut(query.excluded)}`
  const [words, long] = [wordTokens(query), longRuns(query)]
  return {
    inTitle: { tokens: [...titleTokens(query), ...filters], may, held: heldIn('title_key', long) },
    inText: words && { tokens: [...words, ...filters], may, held: heldIn('body_key', long) },
  }
}
