import type { ReportFormat } from '../../law/report-format.ts'
import { compareDecimals, parseDecimal, scaleDecimal } from '../../money/decimal.ts'
import { cellName } from '../cell-name.ts'
import { whyTooLarge } from '../fee-level.ts'
import type { ReportFault } from '../finding.ts'
import { type AnnualReport, figure } from '../report.ts'
import { paragraphsOf, withoutTitles } from './plain-text.ts'

const cell = { table: 'proactive', row: 'administrativeFees', column: 'amountWan' } as const
const narrated = ['overview', 'proactive', 'otherMatters'] as const
const amount = /行政事业性收费(?:总?金额|总额|收入|共计|合计|共|为|:)*(\d{1,12}(?:\.\d{1,6})?)(万元|元)/

/** The fee cell is in 万元: an amount that the text gives in 元 with the same figure, or an impossible size, was entered in 元. */
export function feeAmountFindings(report: AnnualReport, format: ReportFormat): ReportFault[] {
  const printed = figure(report, cell)
  const wan = printed === null ? undefined : parseDecimal(String(printed))
  if (!wan || wan.digits < 0n) return []
  const where = cellName(format, cell)
  const place = { row: cell.row, column: cell.column, actual: printed }
  const reason = report.organ === null ? undefined : whyTooLarge(report.organ, String(printed))
  if (reason !== undefined)
    return [unitSuspect(place, `${where}填的是${printed}万元，${reason}，可能误把元填成了万元，请核对单位。`)]
  for (const paragraph of narrated.flatMap((id) => paragraphsOf(report, id))) {
    const match = amount.exec(withoutTitles(paragraph))
    const stated = match ? parseDecimal(match[1] ?? '') : undefined
    if (!match || !stated) continue
    // A few yuan are 0 in 万元 with two decimals.
    if (match[2] === '元' && wan.digits === 0n) continue
    if (match[2] === '元' && compareDecimals(stated, wan) === 0)
      return [unitSuspect(place, `${where}填的是${printed}，正文写的是${match[1]}元；表中单位是万元，请换算后填写。`)]
    const inWan = match[2] === '元' ? scaleDecimal(stated, 4) : stated
    if (match[2] === '万元' && (match[1] ?? '').length < String(printed).length) continue
    if (compareDecimals(inWan, wan) === 0) continue
    return [
      {
        code: 'NARRATIVE_MISMATCH',
        severity: 'warning',
        row: cell.row,
        column: cell.column,
        expected: printed,
        actual: `${match[1]}${match[2]}`,
        message: `正文“${match[0]}”与${where}的${printed}万元不一致，请核对。`,
      },
    ]
  }
  return []
}

const unitSuspect = (place: Pick<ReportFault, 'row' | 'column' | 'actual'>, message: string): ReportFault => ({
  code: 'UNIT_SUSPECT',
  severity: 'warning',
  ...place,
  message,
})
