import type { Actor } from '../actor.ts'

/** Whose a case is; neither unit nor person: nobody was charged with it. */
export interface Charge {
  readonly unitId: string | null
  readonly staffId: string | null
}

/**
 * Whether this clerk handles the case: what nobody was charged with is any clerk's, what is somebody's is also his unit's, and
 * the work body, which answers for all, has each in hand.
 */
export const isInCharge = (
  { unitId, staffId }: Charge,
  actor: Pick<Actor, 'id' | 'unitId'>,
  workBodyId: string | null,
): boolean => {
  if (unitId === null && staffId === null) return true
  if (staffId !== null && actor.id === staffId) return true
  return actor.unitId !== null && (actor.unitId === unitId || actor.unitId === workBodyId)
}
