import type { Tx } from '../../db/database.ts'
import { AnnualReport } from '../report.ts'
import { isOurs, type Revision } from './published.ts'

/** A revision with what it says; null where somebody else than the program has changed it since it was published. */
export interface WholeRevision extends Revision {
  readonly report: AnnualReport | null
}

/** Every revision of the report on `year` as it was published, the oldest first; none while nothing is published. */
export async function listRevisions(tx: Tx, organId: number, year: number): Promise<WholeRevision[]> {
  const rows = await tx
    .selectFrom('annualReports')
    .select(['revision', 'publishedOn', 'recordedAt', 'revisionReason as reason', 'report'])
    .where('organId', '=', organId)
    .where('year', '=', year)
    .orderBy('revision')
    .execute()
  const revisions: WholeRevision[] = []
  for (const { report, ...each } of rows) {
    const isUnchanged = await isOurs(tx, { organId, year, revision: each.revision })
    revisions.push({ ...each, report: isUnchanged ? AnnualReport.parse(report) : null })
  }
  return revisions
}
