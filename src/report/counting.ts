import type { Tx } from '../db/database.ts'
import { chosen } from '../organs/settings/chosen.ts'
import { pendingRemedyShownAgain } from './settings.ts'
import { findStanding } from './store/published.ts'

/** What the law leaves open in the counts of a year. */
export interface Counting {
  /** A case that was pending at the end of the year before counts again. */
  readonly pendingShownAgain: boolean
}

/** How a year is counted: as its published report says, else as the organ has chosen by now. */
export async function countingOf(tx: Tx, organId: number, year: number): Promise<Counting> {
  const published = (await findStanding(tx, organId, year))?.published
  return {
    pendingShownAgain: published
      ? published.report.remediesPendingBefore !== 'leftOut'
      : await chosen(tx, organId, pendingRemedyShownAgain),
  }
}

/** The same as the report keeps it. */
export const countingInReport = ({ pendingShownAgain }: Counting): { remediesPendingBefore?: 'leftOut' } =>
  pendingShownAgain ? {} : { remediesPendingBefore: 'leftOut' }
