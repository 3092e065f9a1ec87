import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { ColumnContents } from '../../platform/columns/contents.ts'
import { openStatuses } from './editions.ts'

/** How many records the public sees in each column, when the last was changed, and how many editions are on their way there. */
export async function listInColumns(tx: Tx, organId: number): Promise<ColumnContents[]> {
  const { rows } = await sql<ColumnContents>`
    with live as (
      select column_id, count(*)::int as count, max((changed_at at time zone 'Asia/Shanghai')::date) as updated_on
      from published_records where organ_id = ${organId} and withdrawn_at is null group by column_id
    ), open as (
      select r.content ->> 'columnId' as column_id, count(*)::int as count
      from editions e join revisions r using (organ_id, record_id, edition, revision)
      where e.organ_id = ${organId} and e.status = any(${openStatuses}::text[])
      group by r.content ->> 'columnId'
    )
    select column_id, coalesce(live.count, 0) as live_count, coalesce(open.count, 0) as open_count, live.updated_on
    from live full join open using (column_id)`.execute(tx)
  return rows
}
