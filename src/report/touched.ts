import type { Tx } from '../db/database.ts'
import { ledgerLabel } from '../ledgers/years/ledger-year.ts'
import type { TouchedYear } from '../ledgers/years/store.ts'
import * as organs from '../organs/store.ts'
import { driftLines, findDrift } from './drift.ts'
import { isPublished } from './store/published.ts'

/** What whoever changed rows of years that are already reported must hear at once: which, and which cells no longer agree. */
export async function tellTouched(tx: Tx, slug: string, touched: readonly TouchedYear[]): Promise<string[]> {
  const { id } = await organs.getBySlug(tx, slug)
  const lines: string[] = []
  for (const [year, ledgers] of Map.groupBy(touched, (each) => each.year)) {
    if (!(await isPublished(tx, id, year))) continue
    const which = ledgers.map(({ ledger, rows }) => `“${ledgerLabel(ledger)}”${rows}条`)
    lines.push(`注意：${year}年度报告已经公布，这次改动了该年度的台账：${which.join('，')}`)
  }
  return [...lines, ...(await findDrift(tx, id)).flatMap(driftLines)]
}
