import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { OthersWords } from '../check/same-as-others.ts'

/** What all other organs say in each section of their public reports on the year, as these stand now. */
export async function listOthersWords(tx: Tx, organId: number, year: number): Promise<OthersWords[]> {
  const { rows } = await sql<OthersWords>`
    select r.report ->> 'organ' as organ, s.section ->> 'id' as section, s.section -> 'paragraphs' as paragraphs
    from annual_reports r cross join jsonb_array_elements(r.report -> 'sections') as s (section)
    where r.year = ${year} and r.organ_id <> ${organId} and jsonb_array_length(s.section -> 'paragraphs') > 0
      and r.revision = (select max(n.revision) from annual_reports n where n.organ_id = r.organ_id and n.year = r.year)
    order by r.organ_id`.execute(tx)
  return rows
}
