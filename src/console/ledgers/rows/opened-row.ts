import type { CorrectionView } from '../../../ledgers/rows/correction.ts'
import type { RowView } from '../../../ledgers/rows/row-view.ts'
import type { Values } from '../../../workbooks/ledger.ts'

/** A row that stands in its register. */
export type StandingRow = RowView<string> & { readonly values: Values }

/** What is open over a row. */
export type OpenedRow = 'correct' | 'remove' | OpenedDecision

interface OpenedDecision {
  readonly what: 'approve' | 'decline'
  readonly correction: CorrectionView<string>
}
