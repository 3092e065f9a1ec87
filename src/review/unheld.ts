import type { Tx } from '../db/database.ts'
import type { Actor } from '../organs/actor.ts'
import { roleLabel } from '../organs/role.ts'
import { type Refusal, refusals } from '../refusal.ts'
import { unheldLevel } from './chain.ts'
import { askedOf, levelLabel, type ReviewLevel } from './level.ts'
import type { ReviewPlan } from './plan.ts'
import { listCandidates } from './store.ts'

/** Where levels stand within what is chosen. */
interface Placed {
  readonly under: string
  readonly levels: readonly ReviewLevel[]
}

type Chooser = Pick<Actor, 'organId' | 'today'>

/**
 * Refuses levels of which one is a role that nobody holds, or whose every holder is needed for the levels before it: whatever
 * is put up to it would stand still. Says at which.
 */
export async function refuseUnheld(tx: Tx, actor: Chooser, levels: readonly ReviewLevel[]): Promise<void> {
  const refusal = await findUnheld(tx, actor, levels)
  if (refusal) throw refusal
}

/** The same for all levels of a plan. */
export async function refuseUnheldPlan(tx: Tx, actor: Chooser, plan: ReviewPlan): Promise<void> {
  const refusal = await findUnheldInPlan(tx, actor, plan)
  if (refusal) throw refusal
}

/** What speaks against such levels today, without throwing it; undefined where each of them can be signed. */
export const findUnheld = (tx: Tx, actor: Chooser, levels: readonly ReviewLevel[]): Promise<Refusal | undefined> =>
  find(tx, actor, [{ under: '', levels }])

/** The same for all levels of a plan. */
export const findUnheldInPlan = (
  tx: Tx,
  actor: Chooser,
  { levels, byType }: ReviewPlan,
): Promise<Refusal | undefined> =>
  find(tx, actor, [
    { under: 'levels.', levels },
    ...Object.entries(byType).map(([type, its]) => ({ under: `byType.${type}.`, levels: its })),
  ])

async function find(tx: Tx, { organId, today }: Chooser, placed: readonly Placed[]): Promise<Refusal | undefined> {
  const people = await listCandidates(tx, organId, today)
  for (const { under, levels } of placed) {
    const unheld = unheldLevel(askedOf(levels, null), new Set(), people)?.level
    if (!unheld) continue
    const { id, role } = unheld
    const field = `${under}${levels.findIndex((each) => each.id === id)}.role`
    const isHeld = people.some(({ roles }) => roles.includes(role))
    return (isHeld ? refusals.roleHeldByTooFew : refusals.roleUnheld)(levelLabel(id), roleLabel(role), field)
  }
  return undefined
}
