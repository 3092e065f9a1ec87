import type { Tx } from '../db/database.ts'
import { roleLabel } from '../organs/role.ts'
import { refusals } from '../refusal.ts'
import { levelLabel, type ReviewLevel } from './level.ts'
import type { ReviewPlan } from './plan.ts'
import { heldRoles } from './store.ts'

/** Where levels stand within what is chosen. */
interface Placed {
  readonly under: string
  readonly levels: readonly ReviewLevel[]
}

/** Refuses levels of which one is a role that nobody holds: whatever is put up to it would stand still. Says at which. */
export const refuseUnheld = (tx: Tx, organId: number, levels: readonly ReviewLevel[]): Promise<void> =>
  refuse(tx, organId, [{ under: '', levels }])

/** The same for all levels of a plan. */
export const refuseUnheldPlan = (tx: Tx, organId: number, { levels, byType }: ReviewPlan): Promise<void> =>
  refuse(tx, organId, [
    { under: 'levels.', levels },
    ...Object.entries(byType).map(([type, its]) => ({ under: `byType.${type}.`, levels: its })),
  ])

async function refuse(tx: Tx, organId: number, placed: readonly Placed[]): Promise<void> {
  const held = await heldRoles(tx, organId)
  for (const { under, levels } of placed)
    for (const [index, { id, role }] of levels.entries())
      if (!held.includes(role)) throw refusals.roleUnheld(levelLabel(id), roleLabel(role), `${under}${index}.role`)
}
