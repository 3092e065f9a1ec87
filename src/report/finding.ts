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
  | 'NOT_COMPARED'
  | 'YEAR_NOT_OVER'
  | 'LEDGER_NOT_KEPT'

export type Severity = 'error' | 'warning' | 'note'

export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  /** Whether the report is wrong, or we could not read it for certain; the report where nothing is said. */
  readonly about?: 'report' | 'reading'
  /** Row and column ids of the form, or a section id as `row`; absent where the finding concerns the whole report. */
  readonly row?: string
  readonly column?: string
  readonly expected?: number | string | null
  readonly actual?: number | string | null
  readonly message: string
}
