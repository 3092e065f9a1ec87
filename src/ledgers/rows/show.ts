import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { refusals } from '../../refusal.ts'
import { movedBy, whyNotTheirs } from './actions.ts'
import { changedLines } from './corrected.ts'
import type { CorrectionView, RowCorrection } from './correction.ts'
import { keptRowsOf, rowLedgerOf } from './kept-row.ts'
import type { RowLedgerId } from './row-ledger.ts'
import type { RowView } from './row-view.ts'
import { historyOf } from './show-history.ts'
import * as store from './store/corrections.ts'

function shown(actor: Actor, correction: RowCorrection): CorrectionView {
  const { before, changes, proposedBy, decidedOn: _, ...rest } = correction
  const ledger = rowLedgerOf(rest.ledger)
  return {
    ...rest,
    ledgerLabel: ledger.label,
    name: before[ledger.name] ?? '',
    lines: changedLines(ledger, rest.act, before, changes),
    isOwn: proposedBy !== null && proposedBy === actor.id,
  }
}

/** A row with its record of corrections; also one that was taken out of its register. Tries out what waits, so within an act. Refuses what never was there. */
export async function showRow(tx: Tx, actor: Actor, ledger: RowLedgerId, id: string): Promise<RowView> {
  const kept = keptRowsOf(ledger)
  const row = await kept.find(tx, actor.organId, id, false)
  const corrections = await store.listOfRow(tx, actor.organId, ledger, id)
  const values = row?.values ?? corrections.find(({ act, state }) => act === 'remove' && state === 'done')?.before
  if (!values) throw refusals.unknownRow()
  const waiting = corrections.find(({ state }) => state === 'waiting')
  const notTheirs = row && (await whyNotTheirs(tx, actor, row))
  return {
    id,
    ledger,
    name: values[kept.ledger.name] ?? '',
    values: row?.values ?? null,
    whyNotCorrect: (row?.whyNotCorrect ?? notTheirs)?.message ?? null,
    whyNotRemove: (row?.whyNotRemove ?? notTheirs)?.message ?? null,
    shut: row?.shut ?? {},
    corrections: corrections.map((correction) => shown(actor, correction)),
    moves: waiting ? await movedBy(tx, actor.organId, waiting) : null,
    events: await historyOf(tx, actor.organId, kept, { id, recordId: row?.recordId ?? null }),
  }
}

/** A page of corrections: the queue of the second person, or all. */
export async function showCorrections(tx: Tx, actor: Actor, wanted: store.WantedCorrections) {
  const { items, total } = await store.listCorrections(tx, actor.organId, wanted)
  return { items: items.map((correction) => shown(actor, correction)), total, pageSize: wanted.pageSize }
}

/** Which rows wait for a second person, and how many of them whoever asks has not proposed. */
export async function showWaiting(tx: Tx, actor: Actor) {
  const waiting = await store.listWaiting(tx, actor.organId)
  return {
    items: waiting.map(({ ledger, rowId }) => ({ ledger, rowId })),
    others: waiting.filter(({ proposedBy }) => proposedBy !== actor.id).length,
  }
}
