import { leafColumns, type ReportFormat } from '../../law/report-format.ts'
import { cellName } from '../cell-name.ts'
import type { ReportFault } from '../finding.ts'
import { type AnnualReport, figure } from '../report.ts'

/** Documents that lapsed by themselves in the year: neither repealed nor still in force. */
export interface Lapsed {
  readonly rules?: number
  readonly normativeDocuments?: number
}

const count = (report: AnnualReport, row: string, column: string): number | null => {
  const value = figure(report, { table: 'proactive', row, column })
  return typeof value === 'number' ? value : null
}

/** X1: 上年结转 equals last year's 结转下年度, in every column and not only in the total. */
export const carryOverFindings = (report: AnnualReport, format: ReportFormat, previous: AnnualReport): ReportFault[] =>
  leafColumns(format.requests.columns).flatMap(({ id: column }) => {
    const actual = report.requests.carriedOver?.[column] ?? null
    const expected = previous.requests.carriedForward?.[column] ?? null
    if (actual === null || expected === null || actual === expected) return []
    const where = cellName(format, { table: 'requests', row: 'carriedOver', column })
    return [
      {
        code: 'CARRY_OVER' as const,
        severity: 'error' as const,
        row: 'carriedOver',
        column,
        expected,
        actual,
        message: `${where}填的是${actual}，上一年度报告的“结转下年度继续办理”是${expected}，两者应相等。`,
      },
    ]
  })

/**
 * C1: in force = last year's + issued − repealed (− lapsed). Without last year's report only the impossible is reported:
 * fewer in force than were issued and not repealed.
 */
export function inForceFindings(
  report: AnnualReport,
  format: ReportFormat,
  previous: AnnualReport | undefined,
  lapsed: Lapsed | undefined,
): ReportFault[] {
  return (['rules', 'normativeDocuments'] as const).flatMap((row) => {
    const actual = count(report, row, 'inForce')
    const issued = count(report, row, 'issuedThisYear')
    const repealed = count(report, row, 'repealedThisYear')
    if (actual === null || issued === null || repealed === null || actual < 0) return []
    const before = previous ? count(previous, row, 'inForce') : null
    const expected = (before ?? 0) + issued - repealed - (lapsed?.[row] ?? 0)
    if (before === null ? actual >= expected : actual === expected) return []
    const where = cellName(format, { table: 'proactive', row, column: 'inForce' })
    const reason =
      before === null
        ? `不应少于本年制发${issued}件减去本年废止${repealed}件`
        : `按上年现行有效${before}件、本年制发${issued}件、本年废止${repealed}件推算应为${expected}`
    return [
      {
        code: 'IN_FORCE' as const,
        severity: 'warning' as const,
        row,
        column: 'inForce',
        expected,
        actual,
        message: `${where}填的是${actual}，${reason}；如有自行失效或者尚未施行的文件，请说明。`,
      },
    ]
  })
}

/** B3: suits after reconsideration presuppose a reconsideration this year or last. */
export function suitsWithoutReview(report: AnnualReport, previous: AnnualReport): ReportFault[] {
  const suits = report.remedies.suitAfterReview?.total ?? 0
  const reviews = [report, previous].map(({ remedies }) => remedies.review?.total)
  if (suits <= 0 || reviews.some((total) => total !== 0)) return []
  return [
    {
      code: 'SUIT_WITHOUT_REVIEW',
      severity: 'note',
      row: 'suitAfterReview',
      column: 'total',
      actual: suits,
      message: `第四部分“复议后起诉”有${suits}件，但本年度和上一年度的行政复议都是0件，请核对。`,
    },
  ]
}
