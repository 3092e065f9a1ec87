import type { Tx } from '../../../db/database.ts'
import type { Actor } from '../../../organs/actor.ts'
import { takeStep } from '../../actions/take-step.ts'
import { foldHistory } from '../../history.ts'
import { get } from '../../store/requests.ts'

/** A request in the hands of that unit: handed on by the sender and, where it is not the sender's own, taken on by one of its clerks. */
export async function handOver(
  tx: Tx,
  sender: Actor,
  id: string,
  to: { readonly unitId: string; readonly staffId: string | null },
): Promise<void> {
  await takeStep(tx, sender, id, 'assign', to)
  if (!foldHistory((await get(tx, sender.organId, id)).events).offer) return
  const receiver: Actor = {
    ...sender,
    id: to.staffId ?? sender.id,
    name: '接收人',
    roles: ['clerk'],
    unitId: to.unitId,
  }
  await takeStep(tx, receiver, id, 'acceptHandover', { staffId: to.staffId })
}
