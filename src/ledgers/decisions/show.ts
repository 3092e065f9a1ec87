import { loadCalendar } from '../../calendar/notices/store.ts'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { findWorkBody } from '../../organs/units/store.ts'
import { historyOf } from '../rows/show-history.ts'
import { clockOf, publicityDue } from './clock.ts'
import type { DecisionItem, DecisionView } from './decision-view.ts'
import { stateOfRecord } from './record-state.ts'
import { stepViews } from './steps.ts'
import * as store from './store/decisions.ts'
import { keptDecisions } from './store/rows.ts'

/** A page of the decisions, with their clocks. */
export async function showDecisions(
  tx: Tx,
  { organId, today }: Actor,
  wanted: Omit<store.WantedDecisions, 'today' | 'limits'>,
): Promise<{ items: DecisionItem[]; total: number; pageSize: number }> {
  const calendar = await loadCalendar(tx)
  const limits = new Map<PlainDate, PlainDate>()
  for (const day of await store.decidedDays(tx, organId)) {
    const due = publicityDue(calendar, day)
    if (due) limits.set(day, due)
  }
  const { items, total } = await store.listDecisions(tx, organId, { ...wanted, today, limits })
  return {
    total,
    pageSize: wanted.pageSize,
    items: items.map((decision) => ({ ...decision, ...clockOf(calendar, decision, today) })),
  }
}

/** One decision with its clock and the state of its record. */
export async function showDecision(tx: Tx, actor: Actor, id: string): Promise<DecisionView> {
  const { organId, today } = actor
  const { secret, ...decision } = await store.getDecision(tx, organId, id)
  const state = await stateOfRecord(tx, organId, decision)
  return {
    ...decision,
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
