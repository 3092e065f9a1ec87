import type { Values } from '../../workbooks/ledger.ts'
import type { CorrectionView, MovedReports } from './correction.ts'
import type { RowEvent } from './row-event.ts'
import type { RowLedgerId } from './row-ledger.ts'

/** A row with everything that was ever corrected of it. */
export interface RowView<Instant = Date> {
  readonly id: string
  readonly ledger: RowLedgerId
  readonly name: string
  /** Null: it was taken out of the register. */
  readonly values: Values | null
  /** Why nothing of it is corrected here; null where it may be. */
  readonly whyNotCorrect: string | null
  readonly whyNotRemove: string | null
  /** Columns that stay as they are, with the reason. */
  readonly shut: Readonly<Record<string, string>>
  readonly corrections: readonly CorrectionView<Instant>[]
  /** What of frozen reports would count otherwise if what waits took effect now; null where nothing waits. */
  readonly moves: MovedReports | null
  /** Everything that happened to it, the earliest first. */
  readonly events: readonly RowEvent<Instant>[]
}
