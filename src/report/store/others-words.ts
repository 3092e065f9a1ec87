import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { OthersWords } from '../check/same-as-others.ts'

/** What all other organs say in section 五 of their public reports on the year, as these stand now. */
export async function listOthersWords(tx: Tx, organId: number, year: number): Promise<OthersWords[]> {
  const { rows } = await sql<OthersWords>`
    select r.report ->> 'organ' as organ,
      jsonb_path_query_array(r.report, '$.sections[*] ? (@.id == "problems").paragraphs[*]') as paragraphs
    from annual_reports r
    where r.year = ${year} and r.organ_id <> ${organId}
      and r.revision = (select max(n.revision) from annual_reports n where n.organ_id = r.organ_id and n.year = r.year)
    order by r.organ_id`.execute(tx)
  return rows
}
