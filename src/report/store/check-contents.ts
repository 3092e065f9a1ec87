import { sql } from 'kysely'
import type { ContentCheck } from '../../audit/deep.ts'
import { bearsReportSeal } from '../../db/row-seals.ts'

/** Every published annual report and each of its files is what was published. */
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
  },
}
