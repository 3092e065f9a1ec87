import { governmentMatters } from '../../law/report-matters.ts'
import type { ReportFault } from '../finding.ts'
import type { AnnualReport } from '../report.ts'
import { reportText } from './plain-text.ts'

/** Art. 50(4): what the report of a government does not tell although it must. */
export function missingGovernmentMatters(report: AnnualReport): ReportFault[] {
  const text = reportText(report)
  const year = report.year ?? 0
  return governmentMatters
    .filter(({ words, from }) => `${year + 1}-01-01` >= from && !words.some((word) => text.includes(word)))
    .map(({ label, article }) => ({
      code: 'GOVERNMENT_MATTER_MISSING',
      severity: 'warning',
      row: 'problems',
      message: `一级政府的年度报告应当写明${label}（${article}），正文没有写；没有开展的也请写明。`,
    }))
}
