import { sql } from 'kysely'
import type { ContentCheck } from '../../audit/deep.ts'

/** Every file of a published annual report has the bytes that were published. */
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
  },
}
