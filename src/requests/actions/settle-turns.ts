import { loadCalendar } from '../../calendar/notices/store.ts'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Database } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { restoreEach } from '../../review/turns/actions.ts'
import { waitingOf } from '../refold.ts'
import * as store from '../store/requests.ts'

/** Says anew of every request on which something waits whose turn it is, telling nobody: days pass, and people come and go. */
export async function settleTurns(db: Database, organId: number, today: PlainDate): Promise<void> {
  const waiting = await inOrgan(db, organId, (tx) => store.listWaitingIds(tx, organId))
  await restoreEach(db, organId, waiting, async (tx, id) => {
    const { request, events } = await store.getForChange(tx, organId, id)
    return waitingOf(request, events, await loadCalendar(tx), today)
  })
}
