import { isGroupRow, leafRows, type ReportFormat, type SectionId } from '../../law/report-format.ts'
import { applicantKinds } from '../../law/report-format-2021.ts'
import { declaredFormat } from '../declared-format.ts'
import { AnnualReport, figure, type Section, setFigure } from '../report.ts'
import { cellsOf } from '../sheet.ts'

/** A report in which every figure is 0, of 示例市档案局 on 2024, with nothing to find fault with. */
export function aSoundReport(changes: Partial<AnnualReport> = {}): AnnualReport {
  const report = AnnualReport.parse({
    title: '示例市档案局2024年政府信息公开工作年度报告',
    organ: '示例市档案局',
    year: 2024,
    format: '2021',
    proactive: {},
    requests: {},
    remedies: {},
    sections: [
      aSection('intro', '本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。'),
      aSection(
        'overview',
        '主动公开。按规定发布各类信息。',
        '依申请公开。畅通受理渠道。',
        '政府信息管理。落实审核制度。',
        '平台建设。维护网站专栏。',
        '监督保障。加强培训。',
      ),
      aSection('proactive'),
      aSection('requests'),
      aSection('remedies'),
      aSection('problems', '存在的问题：更新不够及时。'),
      aSection('otherMatters', '本年度未收取信息处理费。'),
    ],
    ...changes,
  })
  for (const cell of cellsOf(declaredFormat(report))) {
    if (figure(report, cell) === null) setFigure(report, cell, cell.column === 'amountWan' ? '0' : 0)
  }
  return report
}

export const aSection = (id: SectionId | 'intro', ...paragraphs: string[]): Section => ({ id, heading: id, paragraphs })

/** A sound report with these paragraphs in a section, and no others. */
export const withSection = (id: SectionId | 'intro', ...paragraphs: string[]): AnnualReport => {
  const report = aSoundReport()
  return { ...report, sections: report.sections.map((old) => (old.id === id ? aSection(id, ...paragraphs) : old)) }
}

/** The same report saying these paragraphs in section one besides. */
export const saying = (report: AnnualReport, ...paragraphs: string[]): AnnualReport => ({
  ...report,
  sections: report.sections.map((section) =>
    section.id === 'overview' ? { ...section, paragraphs: [...section.paragraphs, ...paragraphs] } : section,
  ),
})

/** Writes a row of section three from the figure of natural persons and of enterprises; the total follows. */
export function fillRow(report: AnnualReport, row: string, naturalPerson: number, enterprise = 0): void {
  const zeros = Object.fromEntries(applicantKinds.map((kind) => [kind, 0]))
  report.requests[row] = { ...zeros, naturalPerson, enterprise, total: naturalPerson + enterprise }
}

/** The rows that make up （七）总计. */
export const resultRows = (format: ReportFormat): string[] =>
  leafRows(format.requests.rows.filter(isGroupRow)).flatMap(({ id }) => (id === 'resultsTotal' ? [] : [id]))
