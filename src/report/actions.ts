import type { PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import type { LedgerYear } from '../ledgers/years/ledger-year.ts'
import type { Organ } from '../organs/organ.ts'
import { compose } from './draft/compile.ts'
import { findOpen } from './draft/store.ts'
import type { Finding } from './finding.ts'
import type { AnnualReport } from './report.ts'

export interface CompiledReport {
  readonly report: AnnualReport
  readonly findings: Finding[]
  /** What is known of each ledger that it rests on. */
  readonly ledgers: readonly LedgerYear[]
}

/**
 * Computes a report from the ledgers, with the words and stated figures of its draft where one is under way, and checks it, also
 * against last year's where that is published. A year that is not over on `today`, and a ledger of which nothing is known, are
 * errors.
 */
export async function compileAndCheck(tx: Tx, organ: Organ, year: number, today: PlainDate): Promise<CompiledReport> {
  const open = await findOpen(tx, organ.id, year)
  const { report, findings, ledgers } = await compose(tx, organ, year, open?.content ?? null, today)
  return { report, findings, ledgers }
}
