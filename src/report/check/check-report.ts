import { declaredFormat } from '../declared-format.ts'
import type { Finding } from '../finding.ts'
import { gatherFindings } from '../finding-list.ts'
import type { AnnualReport } from '../report.ts'
import { arithmeticFindings } from './arithmetic.ts'
import { feeAmountFindings } from './fee-amount.ts'
import { missingFeeStatement } from './fee-statement.ts'
import { formFindings, missingSections } from './form.ts'
import { carryOverFindings, inForceFindings, type Lapsed, suitsWithoutReview } from './last-year.ts'
import { narrativeMismatches } from './narrative/mismatch.ts'
import { missingOverviewParts } from './overview.ts'
import { repeatedProblems } from './repeated.ts'
import { rulesPowerFindings } from './rules-power.ts'
import { templateResidue } from './template-residue.ts'
import { yearFindings } from './year.ts'

export interface CheckContext {
  /** The same organ's report on the year before; without it nothing is said about figures that must follow from it. */
  readonly previous?: AnnualReport
  /** Whether the organ may make 规章, where its record knows it; otherwise its name is judged. */
  readonly canMakeRules?: boolean
  /** Documents that lapsed by themselves in the year, which explain a smaller 现行有效. */
  readonly lapsed?: Lapsed
  /** What the year's own records say in section 五, where they are here: what stands there from last year must be among it. */
  readonly grounded?: readonly string[]
}

/** Every fault that the report itself shows (art. 50 and its formats). Pure; figures not stated prove nothing. */
export function checkReport(report: AnnualReport, context: CheckContext = {}): Finding[] {
  const format = declaredFormat(report)
  const previous = precedes(context.previous, report) ? context.previous : undefined
  return gatherFindings(
    formFindings(report),
    missingSections(report, format),
    arithmeticFindings(report, format),
    rulesPowerFindings(report, format, context.canMakeRules),
    inForceFindings(report, format, previous, context.lapsed),
    previous ? carryOverFindings(report, format, previous) : notTheYearBefore(context.previous, report),
    previous ? suitsWithoutReview(report, previous) : [],
    previous ? repeatedProblems(report, previous, context.grounded) : [],
    missingOverviewParts(report),
    missingFeeStatement(report),
    yearFindings(report),
    narrativeMismatches(report, format),
    feeAmountFindings(report, format),
    templateResidue(report),
  )
}

/** A previous report whose year is not known is taken at its word. */
const precedes = (previous: AnnualReport | undefined, { year }: AnnualReport): boolean =>
  previous !== undefined && (previous.year === null || year === null || previous.year === year - 1)

const notTheYearBefore = (previous: AnnualReport | undefined, { year }: AnnualReport): Finding[] =>
  previous === undefined
    ? []
    : [
        {
          code: 'YEAR_MISMATCH',
          severity: 'error',
          expected: year === null ? null : year - 1,
          actual: previous.year,
          message: `用来比对的上一年度报告是${previous.year}年的，应提供${(year ?? 0) - 1}年的报告；本次未与上年比对。`,
        },
      ]

/** Says that nothing was compared with last year, so that nobody takes silence for agreement. */
export const notCompared = (previous: AnnualReport | undefined, { year }: Pick<AnnualReport, 'year'>): Finding[] =>
  previous
    ? []
    : [
        {
          code: 'NOT_COMPARED',
          severity: 'note',
          about: 'report',
          message: `未与上年比对：没有${year === null ? '上一年度' : `${year - 1}年度`}的报告，上年结转、现行有效等与上年的衔接没有核对。`,
        },
      ]
