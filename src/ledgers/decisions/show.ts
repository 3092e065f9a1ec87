import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { loadCalendar } from '../../db/office-calendar.ts'
import { type EditionStatus, editionStatusLabel } from '../../disclosure/edition.ts'
import type { Actor } from '../../organs/actor.ts'
import { clockOf, type DecisionClock, publicityDue } from './clock.ts'
import * as store from './store.ts'

/** A line of the list of decisions; persons are masked. */
export interface DecisionItem extends store.ListedDecision, DecisionClock {}

/** Everything that the page of a decision shows; what is masked stays masked. */
export interface DecisionView extends DecisionItem {
  /** Ids of the fields that are shown masked. */
  readonly masked: readonly string[]
  /** Of the latest edition of its record; null where none was begun. */
  readonly record: {
    readonly edition: number
    readonly act: string
    readonly status: string
    readonly label: string
  } | null
}

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
    ...{ total, pageSize: wanted.pageSize },
    items: items.map((decision) => ({ ...decision, ...clockOf(calendar, decision, today) })),
  }
}

/** One decision with its clock and the state of its record. */
export async function showDecision(tx: Tx, { organId, today }: Actor, id: string): Promise<DecisionView> {
  const { secret, ...decision } = await store.getDecision(tx, organId, id)
  const state = await store.stateOfRecord(tx, organId, decision.recordId)
  return {
    ...decision,
    ...clockOf(await loadCalendar(tx), decision, today),
    masked: Object.keys(secret),
    record: state ? { ...state, label: editionStatusLabel(state.status as EditionStatus) } : null,
  }
}
