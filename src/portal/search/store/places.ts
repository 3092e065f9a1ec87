import { sql } from 'kysely'
import type { Database } from '../../../db/database.ts'
import type { PlacedColumn, PlacedReport } from '../places.ts'

export interface PlaceRows {
  readonly columns: readonly PlacedColumn[]
  readonly reports: readonly PlacedReport[]
  readonly items: readonly { readonly organId: number; readonly words: string }[]
}

/** The open columns, the published reports and the matters of the catalogues of these organs. */
export async function readPlaces(db: Database, organIds: readonly number[]): Promise<PlaceRows> {
  const ids = sql`any(${[...organIds]}::int[])`
  const [columns, reports, items] = await Promise.all([
    sql<PlacedColumn>`
      select organ_id, id, name, kind, exists (
        select from published_records r where r.organ_id = c.organ_id and r.column_id = c.id and r.withdrawn_at is null
      ) as has_records
      from platform_columns c where organ_id = ${ids} and closed_on is null order by organ_id, position, id`.execute(
      db,
    ),
    sql<PlacedReport>`
      select distinct on (organ_id, year) organ_id, year, published_on from annual_reports where organ_id = ${ids}
      order by organ_id, year desc, revision desc`.execute(db),
    sql<PlaceRows['items'][number]>`
      select organ_id, lower(concat_ws(' ', first_item, second_item)) as words from disclosure_catalogue
      where organ_id = ${ids} order by organ_id, position, id`.execute(db),
  ])
  return { columns: columns.rows, reports: reports.rows, items: items.rows }
}
