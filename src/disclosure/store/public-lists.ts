import { type RawBuilder, sql } from 'kysely'
import { officeTime, type PlainDate, plainDate } from '../../days/plain-date.ts'
import type { Database, Tx } from '../../db/database.ts'
import { mostOnTop } from '../top-place.ts'
import { type ListedRecord, listed } from './public.ts'

export interface WantedList {
  /** Undefined: of every organ. */
  readonly organId?: number | undefined
  readonly columnId?: string | undefined
  readonly year?: number | undefined
  /** The day whose 置顶 come first; left out: all in the order of their publication. */
  readonly topOf?: PlainDate
  readonly offset: number
  readonly limit: number
}

/**
 * Published and not withdrawn, the newest first; with `topOf` after what is put on top. The places are found in the index alone
 * before rows are read.
 */
export async function listPublic(db: Database | Tx, wanted: WantedList): Promise<ListedRecord[]> {
  const { organId, columnId, year, topOf, offset, limit } = wanted
  const conditions: Sql[] = [
    sql`withdrawn_at is null`,
    ...(organId === undefined ? [] : [sql`organ_id = ${organId}`]),
    ...(columnId === undefined ? [] : [sql`column_id = ${columnId}`]),
    ...(year === undefined
      ? []
      : [
          sql`first_published_at >= ${officeTime(plainDate(`${year}-01-01`), '00:00')}
            and first_published_at < ${officeTime(plainDate(`${year + 1}-01-01`), '00:00')}`,
        ]),
  ]
  const where = sql.join(conditions, sql` and `)
  const places = topOf === undefined ? placesByDay(where, offset + limit) : placesFromTop(where, topOf, offset + limit)
  const order = sql`on_top_since desc nulls last, first_published_at desc, record_id`
  const { rows } = await sql<ListedRecord>`
    select ${listed}, page.on_top_since is not null as is_on_top from (
      select * from (${places}) as places order by ${order} limit ${limit} offset ${offset}
    ) as page join published_records r on r.organ_id = page.organ_id and r.record_id = page.record_id
    order by page.on_top_since desc nulls last, page.first_published_at desc, page.record_id`.execute(db)
  return rows
}

type Sql = RawBuilder<unknown>

const placesByDay = (where: Sql, most: number): Sql => sql`
  (select organ_id, record_id, first_published_at, null::timestamptz as on_top_since from published_records
    where ${where} order by first_published_at desc, record_id limit ${most})`

/** What was put on top last comes first; it stands in the list once. */
const placesFromTop = (where: Sql, day: PlainDate, most: number): Sql => sql`
  with on_top as materialized (
    select organ_id, record_id, first_published_at, set_at as on_top_since
      from top_places join published_records using (organ_id, record_id)
      where ${where} and last_day >= ${day} order by set_at desc, record_id limit ${mostOnTop})
  select * from on_top union all ${placesByDay(
    sql`${where} and (organ_id, record_id) not in (select organ_id, record_id from on_top)`,
    most,
  )}`
