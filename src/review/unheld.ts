import type { Tx } from '../db/database.ts'
import { roleLabel } from '../organs/role.ts'
import { refusals } from '../refusal.ts'
import { levelLabel, type ReviewLevel } from './level.ts'
import type { ReviewPlan } from './plan.ts'
import { heldRoles } from './store.ts'

/** Refuses levels of which one is a role that nobody holds: whatever is put up to it would stand still. */
export async function refuseUnheld(tx: Tx, organId: number, levels: readonly ReviewLevel[]): Promise<void> {
  const held = await heldRoles(tx, organId)
  const unheld = levels.find(({ role }) => !held.includes(role))
  if (unheld) throw refusals.roleUnheld(levelLabel(unheld.id), roleLabel(unheld.role))
}

/** The same for all levels of a plan. */
export const refuseUnheldPlan = (tx: Tx, organId: number, { levels, byType }: ReviewPlan): Promise<void> =>
  refuseUnheld(tx, organId, [...levels, ...Object.values(byType).flat()])
