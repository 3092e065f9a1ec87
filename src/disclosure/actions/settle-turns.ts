import { loadCalendar } from '../../calendar/notices/store.ts'
import { addDays, type PlainDate } from '../../days/plain-date.ts'
import type { Database } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { restoreEach } from '../../review/turns/actions.ts'
import { termNoticeDays } from '../../review/turns/duties.ts'
import { openForChange } from '../prepare.ts'
import { foldedOf, waitingOf } from '../refold.ts'
import { listEnding } from '../store/dated.ts'
import { findOpen, listOpenKeys } from '../store/editions.ts'
import { turnAtTerm } from '../turns.ts'

/** Says anew of every open edition whose turn it is, telling nobody: what versions before 0.3 left open has none yet. */
export async function settleTurns(db: Database, organId: number, today: PlainDate): Promise<void> {
  const open = await inOrgan(db, organId, (tx) => listOpenKeys(tx, organId))
  await restoreEach(db, organId, open, async (tx, key) => {
    const { events, content } = await openForChange(tx, key)
    return waitingOf(tx, key, events, foldedOf(events, content, await loadCalendar(tx)))
  })
  await askAtTerms(db, organId, today)
}

/** Until when a turn that was left from before its term is taken away, should the job not have run for so long. */
const leftDays = 60

/** Of whatever is in public and soon ends by its term: its unit's turn, unless its next edition is under way. */
async function askAtTerms(db: Database, organId: number, today: PlainDate): Promise<void> {
  const span = { from: addDays(today, -leftDays), to: addDays(today, termNoticeDays) }
  const ending = await inOrgan(db, organId, (tx) => listEnding(tx, organId, span))
  await restoreEach(db, organId, ending, async (tx, key) => {
    const { record, events, content } = await openForChange(tx, key)
    const waiting = await waitingOf(tx, key, events, foldedOf(events, content, await loadCalendar(tx)))
    const isUnderWay = waiting.turns.length > 0 || (await findOpen(tx, organId, key.recordId)) !== undefined
    return isUnderWay ? waiting : { ...waiting, turns: turnAtTerm(record, key.edition, content, today) }
  })
}
