import { declaredFormat } from '../declared-format.ts'
import { type Finding, ofTheReport, type ReportFault } from '../finding.ts'
import { gatherFindings } from '../finding-list.ts'
import type { AnnualReport } from '../report.ts'
import { arithmeticFindings } from './arithmetic.ts'
import { feeAmountFindings } from './fee-amount.ts'
import { missingFeeStatement } from './fee-statement.ts'
import { formFindings, missingSections } from './form.ts'
import { missingGovernmentMatters } from './government-matters.ts'
import { carryOverFindings, inForceFindings, type Lapsed, suitsWithoutReview } from './last-year.ts'
import { narrativeMismatches } from './narrative/mismatch.ts'
import { missingOverviewParts } from './overview.ts'
import { repeatedProblems } from './repeated.ts'
import { rulesPowerFindings } from './rules-power.ts'
import { templateResidue } from './template-residue.ts'
import { whyNotCompared } from './why-not-compared.ts'
import { yearFindings } from './year.ts'

export interface CheckContext {
  /** The same organ's report on the year before; without it nothing is said about figures that must follow from it. */
  readonly previous?: AnnualReport
  /** Whether the organ may make 规章, where its record knows it; otherwise its name is judged. */
  readonly canMakeRules?: boolean
  /** Whether it is a people's government's, which has more to tell (art. 50(4)); unknown of a report that was read. */
  readonly isGovernment?: boolean
  /** Documents that lapsed by themselves in the year, which explain a smaller 现行有效. */
  readonly lapsed?: Lapsed
  /** Rows, tables and sections that could not be read for certain (`unreadOf`): nothing is said that rests on them. */
  readonly unread?: ReadonlySet<string>
  /** What the year's own records say in section 五, where they are here: what stands there from last year must be among it. */
  readonly grounded?: readonly string[]
}

/** Every fault that the report itself shows (art. 50 and its formats). Pure; figures not stated prove nothing. */
export function checkReport(report: AnnualReport, context: CheckContext = {}): Finding[] {
  const format = declaredFormat(report)
  const unread = context.unread ?? new Set<string>()
  const refusal = context.previous && whyNotCompared(context.previous, report)
  const previous = refusal ? undefined : context.previous
  const faults: readonly ReportFault[] = [
    ...formFindings(report),
    ...missingSections(report, format, unread),
    ...arithmeticFindings(report, format, unread),
    ...rulesPowerFindings(report, format, context.canMakeRules),
    ...inForceFindings(report, format, previous, context.lapsed),
    ...(previous ? carryOverFindings(report, format, previous) : []),
    ...(previous ? suitsWithoutReview(report, previous) : []),
    ...(previous ? repeatedProblems(report, previous, context.grounded) : []),
    ...missingOverviewParts(report),
    ...(context.isGovernment ? missingGovernmentMatters(report) : []),
    ...missingFeeStatement(report),
    ...yearFindings(report),
    ...narrativeMismatches(report, format),
    ...feeAmountFindings(report, format),
    ...templateResidue(report),
  ]
  return gatherFindings(faults.map(ofTheReport), refusal ? [refusal] : [])
}
