import type { ReportFault } from '../finding.ts'
import type { AnnualReport } from '../report.ts'
import { paragraphsOf, reportText, sectionOf } from './plain-text.ts'

/** 国办函〔2020〕109号 is in force from 2021-01-01; earlier reports had nothing to state. */
const firstYear = 2021

/** Charges for licences and services are another matter than the fee for handling requests. */
const withoutOtherFees = (text: string): string =>
  text.replace(/行政事业性收费|涉企收费|乱收费|收费(标准|目录|项目|清单)|“?三公”?经费/g, '')

/** Section six must state the fee for handling requests, also when none was charged. */
export function missingFeeStatement(report: AnnualReport): ReportFault[] {
  const isDue = report.year === null ? report.format !== '2019' : report.year >= firstYear
  if (!isDue || !sectionOf(report, 'otherMatters')) return []
  const section = withoutOtherFees(paragraphsOf(report, 'otherMatters').join('\n'))
  if (/处理费|收费|收取|费用/.test(section)) return []
  const isElsewhere = /信息处理费|(信息公开|申请).{0,20}(收费|费用|收取)|收取.{0,20}(信息公开|申请).{0,10}费/.test(
    withoutOtherFees(reportText(report)),
  )
  return [
    {
      code: 'FEE_STATEMENT_MISSING',
      severity: isElsewhere ? 'note' : 'warning',
      row: 'otherMatters',
      message: isElsewhere
        ? '信息处理费的情况写在别处，应写入“六、其他需要报告的事项”。'
        : '“六、其他需要报告的事项”没有说明收取信息处理费的情况，未收取的也应写明（如“本年度未收取信息处理费”）。',
    },
  ]
}
