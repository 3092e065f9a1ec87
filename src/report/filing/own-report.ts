import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Organ } from '../../organs/organ.ts'
import { paragraphsOf } from '../check/plain-text.ts'
import { compileReport } from '../compile.ts'
import { foldDraft, isFullySigned } from '../draft/draft.ts'
import { findOpen } from '../draft/store.ts'
import type { Finding } from '../finding.ts'
import type { AnnualReport } from '../report.ts'
import { findStanding } from '../store/published.ts'
import type { FilingSource } from './filing-event.ts'

/** The report that an organ may hand up: signed to the end, public or not. */
export interface OwnReport {
  readonly source: FilingSource
  readonly report: AnnualReport
  readonly findings: readonly Finding[]
}

/** The one on a year as it was signed last, else as it is public; null where neither is so. */
export async function findOwnReport(tx: Tx, { id }: Organ, year: number): Promise<OwnReport | null> {
  const open = await findOpen(tx, id, year)
  const draft = open && foldDraft(open.events)
  if (draft?.submission && isFullySigned(draft)) {
    const { report, findings } = draft.submission.snapshot
    return { source: { kind: 'signed' }, report, findings }
  }
  const standing = await findStanding(tx, id, year)
  if (!standing?.published) return null
  const { report, findings } = standing.published
  return { source: { kind: 'published', revision: standing.revision }, report, findings }
}

/** What the registers themselves would say in the parts that people write. */
export async function proposedOf(tx: Tx, organ: Organ, year: number, today: PlainDate): Promise<string[]> {
  const counted = await compileReport(tx, organ, year, today)
  return [...paragraphsOf(counted, 'overview'), ...paragraphsOf(counted, 'problems')]
}
