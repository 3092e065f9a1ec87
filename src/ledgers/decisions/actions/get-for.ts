import type { Tx } from '../../../db/database.ts'
import type { Actor } from '../../../organs/actor.ts'
import { findWorkBody } from '../../../organs/units/store.ts'
import { stateOfRecord } from '../record-state.ts'
import { type DecisionStep, whyNot } from '../steps.ts'
import * as store from '../store/decisions.ts'

/** The decision, locked. Refuses what the table of steps refuses. */
export async function getFor(tx: Tx, actor: Actor, id: string, step: DecisionStep): Promise<store.StoredDecision> {
  const decision = await store.getDecisionForChange(tx, actor.organId, id)
  const state = await stateOfRecord(tx, actor.organId, decision)
  const refusal = whyNot(step, {
    decision,
    isUnderWay: state?.isOpen ?? false,
    actor,
    workBodyId: await findWorkBody(tx, actor.organId),
  })
  if (refusal) throw refusal
  return decision
}
