/** What a check has to say about a report. Codes are stable (contract); `message` is a Chinese sentence for people. */
export type FindingCode =
  | 'ROW_TOTAL'
  | 'RESULTS_TOTAL'
  | 'BALANCE'
  | 'REMEDY_TOTAL'
  | 'CARRY_OVER'
  | 'IN_FORCE'
  | 'RULES_POWER'
  | 'MIXED_FORMAT'
  | 'NOT_A_NUMBER'
  | 'MISSING_ROW'
  | 'MISSING_SECTION'
  | 'NARRATIVE_MISMATCH'
  | 'YEAR_MISMATCH'
  | 'FEE_STATEMENT_MISSING'
  | 'OVERVIEW_PART_MISSING'
  | 'OUTDATED_FORMAT'
  | 'TEMPLATE_RESIDUE'
  | 'UNIT_SUSPECT'
  | 'READ_BY_ORDER'
  | 'AMBIGUOUS_ROW'
  | 'EXTRA_ROW'
  | 'NEGATIVE'
  | 'SUIT_WITHOUT_REVIEW'
  | 'REPEATED_TEXT'
  | 'DUPLICATE_REPORT'
  | 'BLANK_CELL'
  | 'UNREADABLE'
  | 'UNRELIABLE'
  | 'SEVERAL_REPORTS'
  | 'PRINTED_AS_NONE'
  | 'DECODED_BY_SUMS'
  | 'NOT_COMPARED'
  | 'OTHER_ORGAN'
  | 'GLUED_CELLS'
  | 'YEAR_NOT_OVER'
  | 'LEDGER_NOT_KEPT'
  | 'LEFT_OUT'
  | 'FORMULA_UNSAVED'
  | 'GOVERNMENT_MATTER_MISSING'
  | 'SAME_AS_OTHERS'
  | 'FILINGS_MISSING'

export type Severity = 'error' | 'warning' | 'note'

export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  /** `report`: the report itself is wrong. `reading`: we could not read it for certain, and say nothing about the report. */
  readonly about: 'report' | 'reading'
  /** Row and column ids of the form, or a section id as `row`; absent where the finding concerns the whole report. */
  readonly row?: string
  /** The rows that a finding on a whole table speaks of, where it is not all of them. */
  readonly rows?: readonly string[]
  readonly column?: string
  readonly expected?: number | string | null
  readonly actual?: number | string | null
  readonly message: string
}

/** What a check finds in a report that was read: always the report's own fault. */
export type ReportFault = Omit<Finding, 'about'>

export const ofTheReport = (fault: ReportFault): Finding => ({ ...fault, about: 'report' })

/** Findings on the reading that leave the cells in place: the figures stand, with a warning. */
const stillRead: ReadonlySet<FindingCode> = new Set(['READ_BY_ORDER', 'DECODED_BY_SUMS', 'EXTRA_ROW', 'NOT_COMPARED'])

/** Rows, tables and sections that could not be read for certain: nothing may be said about the report that rests on them. */
export const unreadOf = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(
    findings.flatMap(({ about, code, row, rows }) =>
      about === 'report' || stillRead.has(code) ? [] : (rows ?? (row === undefined ? [] : [row])),
    ),
  )
