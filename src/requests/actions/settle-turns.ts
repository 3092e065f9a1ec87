import type { Database } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { restoreTurns } from '../../review/turns/actions.ts'
import { waitingOf } from '../fold-into.ts'
import * as store from '../store/requests.ts'

/** Says anew of every open request whose turn it is, telling nobody: what versions before 0.3 left open has none yet. */
export async function settleTurns(db: Database, organId: number): Promise<void> {
  const open = await inOrgan(db, organId, (tx) => store.listOpenIds(tx, organId))
  for (const id of open)
    await inOrgan(db, organId, async (tx) => {
      const { request, events } = await store.getForChange(tx, organId, id)
      await restoreTurns(tx, waitingOf(request, events, request.dueOn))
    })
}
