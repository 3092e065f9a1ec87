import { loadCalendar } from '../calendar/notices/store.ts'
import type { PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { publicityDue } from '../ledgers/decisions/clock.ts'
import { foldHistory } from '../requests/history.ts'
import { firstDueDates, isLate } from '../requests/late.ts'
import { listPossiblyLate } from '../requests/store/histories.ts'
import { countHoles } from '../supervision/coverage/actions.ts'
import type { Period } from './store/ledger-figures.ts'
import {
  countLate,
  countStaleColumns,
  listPublicDecisions,
  type PublicDecision,
  type Shortcomings,
} from './store/narrative-facts.ts'

/** What the registers and the platform know to be wanting in the period, as it stood on its last day. */
export async function findShortcomings(tx: Tx, organId: number, period: Period): Promise<Shortcomings> {
  const calendar = await loadCalendar(tx)
  const isLateDecision = ({ decidedOn, publishedOn, quashedOn, publicity }: PublicDecision) => {
    if (publishedOn === null && (publicity !== 'due' || quashedOn !== null)) return false
    const dueOn = publicityDue(calendar, decidedOn)
    return dueOn !== null && dueOn < earlier(publishedOn, period.to)
  }
  const decisions = await listPublicDecisions(tx, organId, period)
  const asked = await listPossiblyLate(tx, organId, period, firstDueDates(calendar, period.to))
  return {
    holes: await countHoles(tx, organId, period.to),
    staleColumns: await countStaleColumns(tx, organId, period.to),
    late: await countLate(tx, organId, period),
    lateDecisions: decisions.filter(isLateDecision).reduce((sum, { count }) => sum + count, 0),
    lateAnswers:
      asked.unmoved + asked.moved.filter((events) => isLate(calendar, foldHistory(events), period.to)).length,
  }
}

const earlier = (day: PlainDate | null, last: PlainDate): PlainDate => (day !== null && day < last ? day : last)
