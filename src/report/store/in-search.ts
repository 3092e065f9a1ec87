import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { madeBy } from '../../search/store.ts'

/** The published years of which the report is not to be found as it stands, the newest first. */
export async function listUnfound(tx: Tx, organId: number): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct year from annual_reports r where organ_id = ${organId}
      and not exists (select from published_search s where s.organ_id = r.organ_id and s.kind = 'report' and s.part = r.year
        and s.made_by = ${madeBy})
    order by year desc`.execute(tx)
  return rows.map(({ year }) => year)
}
