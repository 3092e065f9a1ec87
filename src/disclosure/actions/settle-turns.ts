import { loadCalendar } from '../../calendar/notices/store.ts'
import type { Database } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { restoreEach } from '../../review/turns/actions.ts'
import { openForChange } from '../prepare.ts'
import { foldedOf, waitingOf } from '../refold.ts'
import { listOpenKeys } from '../store/editions.ts'

/** Says anew of every open edition whose turn it is, telling nobody: what versions before 0.3 left open has none yet. */
export async function settleTurns(db: Database, organId: number): Promise<void> {
  const open = await inOrgan(db, organId, (tx) => listOpenKeys(tx, organId))
  await restoreEach(db, organId, open, async (tx, key) => {
    const { events, content } = await openForChange(tx, key)
    return waitingOf(tx, key, events, foldedOf(events, content, await loadCalendar(tx)))
  })
}
