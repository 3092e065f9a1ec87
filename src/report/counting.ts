import type { Tx } from '../db/database.ts'
import { chosen } from '../organs/settings/chosen.ts'
import * as organs from '../organs/store.ts'
import { governmentReportScope, type ReportScope } from './filing/settings.ts'
import type { AnnualReport } from './report.ts'
import { pendingRemedyShownAgain } from './settings.ts'
import { findStanding } from './store/published.ts'

/** What the law leaves open in the counts of a year. */
export interface Counting {
  /** A case that was pending at the end of the year before counts again. */
  readonly pendingShownAgain: boolean
  /** Of whom the report speaks; a government's alone may speak of others. */
  readonly scope: ReportScope
}

/** How a year is counted: as its published report says, else as the organ has chosen by now. */
export async function countingOf(tx: Tx, organId: number, year: number): Promise<Counting> {
  const published = (await findStanding(tx, organId, year))?.published
  if (published) {
    const { remediesPendingBefore, countsBelow = 'ownReport' } = published.report
    return { pendingShownAgain: remediesPendingBefore !== 'leftOut', scope: countsBelow }
  }
  const scope = await chosen(tx, organId, governmentReportScope)
  const isGovernments = scope !== 'ownReport' && (await organs.get(tx, organId)).kind === 'government'
  return {
    pendingShownAgain: await chosen(tx, organId, pendingRemedyShownAgain),
    scope: isGovernments ? scope : 'ownReport',
  }
}

/** The same as the report keeps it. */
export const countingInReport = ({
  pendingShownAgain,
  scope,
}: Counting): Pick<AnnualReport, 'remediesPendingBefore' | 'countsBelow'> => ({
  ...(!pendingShownAgain && { remediesPendingBefore: 'leftOut' as const }),
  ...(scope !== 'ownReport' && { countsBelow: scope }),
})
