import { loadCalendar } from '../../calendar/notices/store.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { findWorkBody } from '../../organs/units/store.ts'
import { foldCase } from './case.ts'
import { limitsOf } from './limits.ts'
import type { StepMatter } from './steps.ts'
import type { FoundCase } from './store/cases.ts'
import { findRequest } from './store/known.ts'

/** Whatever the rules may ask about before a step of this case, by this person. */
export async function stepMatter(tx: Tx, actor: Actor, { events }: FoundCase): Promise<StepMatter> {
  const folded = foldCase(events)
  const { requestId } = folded.opening
  const request = requestId === null ? undefined : await findRequest(tx, actor.organId, requestId)
  return {
    folded,
    limits: limitsOf(folded, await loadCalendar(tx), actor.today),
    actor,
    workBodyId: await findWorkBody(tx, actor.organId),
    isAnswered: (request?.concludedOn ?? null) !== null,
  }
}
