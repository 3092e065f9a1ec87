import type { ReportFormat } from '../../law/report-format.ts'
import { cellName } from '../cell-name.ts'
import type { ReportFault } from '../finding.ts'
import { type AnnualReport, figure } from '../report.ts'
import { reportText } from './plain-text.ts'

export type RulesPower = 'has' | 'hasNot' | 'probablyNot' | 'unknown'

const place = /[省市县区旗州盟](?!场)/
const township = /(乡|镇|苏木|街道|街道办|街道办事处)(人民政府)?(办公室)?$/
const countyGovernment = /(县|旗|(?<!自治)区|市.*[^区]市)(人民)?政府(办公室)?$/
const ruleMaker = /((省|自治区|自治州)(人民)?政府|^(北京|上海|天津|重庆)市(人民)?政府)(办公厅)?$/
const cityGovernment = /市(人民)?政府(办公[厅室])?$/
const nationalOrgan = /^(中华人民共和国|中国|国家|国务院)|(部|总局|总署)$/
const department = /(局|委员会|委|办公室|办|厅|中心|支队|大队|处|署|分行|支行)$/

/**
 * 立法法 art. 91, 93: departments of the State Council, provinces, districted cities and autonomous prefectures make 规章;
 * counties, districts, townships and departments of local governments do not. A “市” alone may be of either kind.
 */
export function rulesPowerOf(organ: string): RulesPower {
  const name = organ.replace(/[（(][^）)]*[）)]/g, '').trim()
  if (township.test(name) || countyGovernment.test(name)) return 'hasNot'
  if (ruleMaker.test(name)) return 'has'
  if (cityGovernment.test(name)) return 'unknown'
  if (nationalOrgan.test(name) && !place.test(name)) return 'has'
  if (department.test(name)) return place.test(name) ? 'hasNot' : 'probablyNot'
  return 'unknown'
}

/** Where no organ is named, the text may speak of 我镇 or 我局. */
function rulesPowerByText(report: AnnualReport): RulesPower {
  const text = reportText(report)
  if (/(我|本|全)(镇|乡|街道|苏木|县)/.test(text)) return 'hasNot'
  return /(我|本)局/.test(text) ? 'probablyNot' : 'unknown'
}

/** C5: 规章 above 0 for an organ that may not make any. `canMakeRules`, where the organ's record knows it, decides. */
export function rulesPowerFindings(report: AnnualReport, format: ReportFormat, canMakeRules?: boolean): ReportFault[] {
  const guess = report.organ === null ? rulesPowerByText(report) : rulesPowerOf(report.organ)
  const power = canMakeRules === undefined ? guess : canMakeRules ? 'has' : 'hasNot'
  if (power === 'has' || power === 'unknown') return []
  return format.proactive.flatMap(({ rows, columns }) =>
    rows
      .filter(({ id }) => id === 'rules')
      .flatMap(({ id: row }) =>
        columns.flatMap(({ id: column }) => {
          const value = figure(report, { table: 'proactive', row, column })
          if (typeof value !== 'number' || value <= 0) return []
          const where = cellName(format, { table: 'proactive', row, column })
          return [
            {
              code: 'RULES_POWER' as const,
              severity: power === 'hasNot' ? ('error' as const) : ('warning' as const),
              row,
              column,
              expected: 0,
              actual: value,
              message: `${where}填的是${value}，${report.organ ?? '本机关'}没有规章制定权，应为0；如系规范性文件，请填入规范性文件一行。`,
            },
          ]
        }),
      ),
  )
}
