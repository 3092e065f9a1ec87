import { loadCalendar } from '../../calendar/notices/store.ts'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { pageSize, partOf } from '../../lists/wanted.ts'
import type { Actor } from '../../organs/actor.ts'
import { findUnitName, findWorkBody } from '../../organs/units/store.ts'
import { historyOf } from '../rows/show-history.ts'
import { clockOf, publicityDue } from './clock.ts'
import type { DecisionItem, DecisionView } from './decision-view.ts'
import { stateOfRecord } from './record-state.ts'
import { stepViews } from './steps.ts'
import * as store from './store/decisions.ts'
import { type DecisionCounts, daysOfLate, listDecisions } from './store/lists.ts'
import { keptDecisions } from './store/rows.ts'
import type { WantedDecisions } from './wanted.ts'

/** A page of the decisions, with their clocks. */
export async function showDecisions(
  tx: Tx,
  actor: Actor,
  { page, ...wanted }: WantedDecisions & { readonly page: number },
): Promise<{ items: DecisionItem[]; total: number; counts: DecisionCounts; pageSize: number }> {
  return { ...(await findWanted(tx, actor, wanted, partOf(page))), pageSize }
}

/** The decisions that are wanted, from one of them on, how many there are, and how many in each view. */
export async function findWanted(
  tx: Tx,
  { organId, today }: Actor,
  wanted: WantedDecisions,
  part: { readonly offset: number; readonly limit: number },
): Promise<{ items: DecisionItem[]; total: number; counts: DecisionCounts }> {
  const calendar = await loadCalendar(tx)
  const limits = new Map<PlainDate, PlainDate>()
  for (const day of await daysOfLate(tx, organId)) {
    const due = publicityDue(calendar, day)
    if (due) limits.set(day, due)
  }
  const { items, ...numbers } = await listDecisions(tx, organId, { ...wanted, ...part, today, limits })
  return { ...numbers, items: items.map((decision) => ({ ...decision, ...clockOf(calendar, decision, today) })) }
}

/** One decision with its clock and the state of its record. */
export async function showDecision(tx: Tx, actor: Actor, id: string): Promise<DecisionView> {
  const { organId, today } = actor
  const { secret, ...decision } = await store.getDecision(tx, organId, id)
  const state = await stateOfRecord(tx, organId, decision)
  return {
    ...decision,
    unitName: decision.unitId && ((await findUnitName(tx, organId, decision.unitId)) ?? null),
    ...clockOf(await loadCalendar(tx), decision, today),
    steps: stepViews({
      decision,
      isUnderWay: state?.isOpen ?? false,
      actor,
      workBodyId: await findWorkBody(tx, organId),
    }),
    masked: Object.keys(secret),
    record: state ? { edition: state.edition, act: state.act, status: state.status, label: state.label } : null,
    events: await historyOf(tx, organId, keptDecisions, decision),
  }
}
