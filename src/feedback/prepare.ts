import type { Tx } from '../db/database.ts'
import type { Actor } from '../organs/actor.ts'
import { findWorkBody } from '../organs/units/store.ts'
import type { Feedback } from './feedback.ts'
import type { StepMatter } from './steps.ts'
import * as lists from './store/lists.ts'

/** Whatever the rules may ask about before a step of this feedback, by this person. */
export async function stepMatter(tx: Tx, actor: Actor, feedback: Feedback): Promise<StepMatter> {
  const names = await lists.listNames(tx, actor.organId)
  return {
    feedback,
    unitName: names.get(feedback.unitId ?? '') ?? '',
    actor,
    workBodyId: await findWorkBody(tx, actor.organId),
  }
}
