import { sql } from 'kysely'
import type { ContentCheck } from '../../audit/deep.ts'
import type { Tx } from '../../db/database.ts'
import { bearsReportSeal } from '../../db/row-seals.ts'

/** Every published annual report and each of its files is what was published, and what was signed. */
export const reportContents: ContentCheck = {
  label: '年度报告文件',
  run: async (tx, organId, report) => {
    const { rows } = await sql<{ year: number; revision: number; form: string }>`
      select year, revision, form from annual_report_files
      where organ_id = ${organId} and encode(sha256(bytes), 'hex') <> sha256 order by year, revision, form`.execute(tx)
    for (const { year, revision, form } of rows) {
      const key = `${year}/${revision}/${form}`
      const message = `${year}年度报告文件（annual_report_files ${key}）：内容与校验码不符`
      report({ table: 'annual_report_files', key, message })
    }
    const revisions = await sql<{ year: number; revision: number; print: string; seal: Buffer | null }>`
      select year, revision, annual_report_print(r) as print, s.seal
      from annual_reports r left join annual_report_seals s using (organ_id, year, revision)
      where organ_id = ${organId} order by year, revision`.execute(tx)
    for (const { year, revision, ...sealed } of revisions.rows) {
      if (bearsReportSeal(sealed)) continue
      const key = `${year}/${revision}`
      report({ table: 'annual_reports', key, message: `${year}年度报告（annual_reports ${key}）：内容与公布时不符` })
    }
    for (const { year, revision } of await listUnsigned(tx, organId)) {
      const key = `${year}/${revision}`
      report({ table: 'annual_reports', key, message: `${year}年度报告（annual_reports ${key}）：内容与审签的不符` })
    }
  },
}

/** Published reports that are another than the one that was put up last and signed. Those of before 0.3 were never drafted here. */
async function listUnsigned(tx: Tx, organId: number): Promise<{ year: number; revision: number }[]> {
  const { rows } = await sql<{ year: number; revision: number }>`
    select d.year, d.revision from report_drafts d join annual_reports r using (organ_id, year, revision)
    where d.organ_id = ${organId} and d.status = 'published' and r.report is distinct from (
      select e.data -> 'snapshot' -> 'report' from report_draft_events e
      where e.organ_id = d.organ_id and e.draft_id = d.id and e.kind = 'submitted' order by e.seq desc limit 1)
    order by d.year, d.revision`.execute(tx)
  return rows
}
