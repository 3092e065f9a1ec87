import type { ReportFormat } from '../../law/report-format.ts'
import { formatForYear, reportFormats } from '../../law/report-formats.ts'
import type { ReportFault } from '../finding.ts'
import { type AnnualReport, figure } from '../report.ts'
import { cellsOf } from '../sheet.ts'

/** Art. 50: one unified format a year. A form of another year, or a form mixed from two, is a fault of form. */
export function formFindings({ format, year }: AnnualReport): ReportFault[] {
  if (format === 'mixed') {
    return [
      {
        code: 'MIXED_FORMAT',
        severity: 'error',
        row: 'other',
        message: `第三部分“（六）其他处理”只有一行，这是${reportFormats['2019'].notice}的旧格式，应按${reportFormats['2021'].notice}分列三行。`,
      },
    ]
  }
  const due = year === null ? undefined : formatForYear(year)
  if (format === null || !due || due.id === format) return []
  return [
    {
      code: 'OUTDATED_FORMAT',
      severity: 'error',
      expected: due.id,
      actual: format,
      message: `${year}年度的报告用了${reportFormats[format].notice}的格式，应使用${due.notice}的格式。`,
    },
  ]
}

/** Art. 50: each of the six parts must be there. A source that carries no text at all (figures only) is not judged. */
export function missingSections(
  report: AnnualReport,
  format: ReportFormat,
  unread: ReadonlySet<string>,
): ReportFault[] {
  if (report.sections.length === 0) return []
  const present = new Set<string>([...report.sections.map(({ id }) => id), ...unread])
  for (const cell of cellsOf(format)) if (figure(report, cell) !== null) present.add(cell.table)
  return format.sections
    .filter(({ id }) => !present.has(id))
    .map(({ id, heading }) => ({
      code: 'MISSING_SECTION',
      severity: 'error',
      row: id,
      message: `缺少“${heading}”，年度报告应有六个部分，请补上。`,
    }))
}
