import type { Counts } from './counts.ts'
import type { Problems } from './problem.ts'

export interface LedgerCounts extends Counts {
  readonly ledger: string
  readonly sheet: string
}

/** What came of a file: what is wrong with it, or what it added and changed. */
export type ImportOutcome = { readonly problems: Problems } | { readonly counts: readonly LedgerCounts[] }
