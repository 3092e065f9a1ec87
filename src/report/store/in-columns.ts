import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { ColumnContents } from '../../platform/columns/contents.ts'

/** Every published year stands in the column of annual reports. */
export async function listInColumns(tx: Tx, organId: number): Promise<ColumnContents[]> {
  const { rows } = await sql<ColumnContents>`
    select c.id as column_id, count(distinct r.year)::int as live_count, 0 as open_count, max(r.published_on) as updated_on
    from platform_columns c join annual_reports r on r.organ_id = c.organ_id
    where c.organ_id = ${organId} and c.kind = 'reports' group by c.id`.execute(tx)
  return rows
}
