import type { ReportFault, Severity } from '../finding.ts'
import type { AnnualReport } from '../report.ts'
import { paragraphsOf, plainText, withoutTitles } from './plain-text.ts'

const found = (row: string, severity: Severity, expected: number, actual: number, message: string): ReportFault => ({
  code: 'YEAR_MISMATCH',
  severity,
  row,
  expected,
  actual,
  message,
})

const reportName = /(20\d\d)年度?[^,。;、《》<>"“”]{0,16}?(?:政府|政务)?信息公开(?:工作)?(?:年度)?(?:报告|年报)/g
const period = /(20\d\d)年?1月1日?[^。;]{0,6}?(?:至|到|-|—|~)[^。;\d]{0,3}(20\d\d)年12月31日/
const periodWords = /统计|期限|时限|时间范围|所列数据/
const halfPeriod = /(20\d\d)年1月1日起?(?:至|到|-|—|~)12月31日/

/** The year in the title and in the sentence that announces the report. */
function announcedYears(report: AnnualReport, year: number): ReportFault[] {
  const texts = [
    { row: 'title', name: '标题', text: plainText(report.title ?? '') },
    ...paragraphsOf(report, 'intro').map((text) => ({ row: 'intro', name: '报告开头', text: withoutTitles(text) })),
  ]
  return texts.flatMap(({ row, name, text }) =>
    [...text.matchAll(reportName)]
      .map((match) => Number(match[1]))
      .filter((named) => named !== year)
      .slice(0, 1)
      .map((named) =>
        found(row, 'error', year, named, `${name}写的是${named}年的报告，与报告年度${year}年不一致，请核对。`),
      ),
  )
}

/** The period of the statistics must be the report's year, from 1 January to 31 December. */
function periodYears(report: AnnualReport, year: number): ReportFault[] {
  const texts = (['intro', 'overview'] as const).flatMap((id) => paragraphsOf(report, id).map((text) => ({ id, text })))
  return texts.flatMap(({ id, text }) =>
    text.split(/[。;]/).flatMap((sentence) => {
      const match = periodWords.test(sentence) && (period.exec(sentence) ?? halfPeriod.exec(sentence))
      if (!match) return []
      const wrong = [match[1], match[2] ?? match[1]].map(Number).find((named) => named !== year)
      if (wrong === undefined) return []
      return [found(id, 'error', year, wrong, `统计期限写的是“${match[0]}”，应为${year}年1月1日至${year}年12月31日。`)]
    }),
  )
}

const claim = /^(?:\([一二三四五六]\)[^,。:]{0,16}[:。])?(20\d\d)年度?(?:[,:]|(?=我|本|全|共|主动|新))/
const comparison = /较|比|增长|下降|以来|结转|年初|年末|年底|起,|去年|上年/
const intention = /将|计划|拟|下一步|继续|今后|进一步/

/**
 * A sentence that opens with last year, or next year in the past tense, in a paragraph that never names the report's
 * own year: a leftover. Comparisons, history and plans stay unflagged.
 */
function leftoverYears(report: AnnualReport, year: number): ReportFault[] {
  return (['overview', 'requests', 'remedies', 'otherMatters'] as const).flatMap((id) =>
    paragraphsOf(report, id).flatMap((paragraph) => {
      const text = withoutTitles(paragraph)
      if (text.includes(String(year))) return []
      return text.split(/[。;]/).flatMap((sentence) => {
        const named = Number(claim.exec(sentence)?.[1])
        const isLeftover =
          (named === year - 1 && !comparison.test(sentence)) ||
          (named === year + 1 && !intention.test(sentence) && !comparison.test(sentence))
        if (!isLeftover) return []
        const start = sentence.slice(0, 24)
        return [found(id, 'warning', year, named, `“${start}……”写的是${named}年的情况，报告年度是${year}年，请核对。`)]
      })
    }),
  )
}

/** C8: the title, the opening, the period and the narrative speak of the report's own year. */
export const yearFindings = (report: AnnualReport): ReportFault[] =>
  report.year === null
    ? []
    : [
        ...announcedYears(report, report.year),
        ...periodYears(report, report.year),
        ...leftoverYears(report, report.year),
      ]
