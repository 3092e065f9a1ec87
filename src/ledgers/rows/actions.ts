import { record as audit } from '../../audit/record.ts'
import { isPlainDate, yearOf } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { tryOut } from '../../db/try-out.ts'
import type { Actor } from '../../organs/actor.ts'
import { roleLabel } from '../../organs/role.ts'
import { isInCharge } from '../../organs/units/in-charge.ts'
import { findWorkBody } from '../../organs/units/store.ts'
import { readTyped } from '../../refusal/typed.ts'
import { Refusal, refusals } from '../../refusal.ts'
import { rolesForAll } from '../../review/acting.ts'
import { setTurns, type Waiting } from '../../review/turns/actions.ts'
import { turnOfRoles } from '../../review/turns/turn.ts'
import type { Values } from '../../workbooks/ledger.ts'
import { noteMoved, watchFigures } from '../figures-watch.ts'
import { correctionForm, isCounted } from './corrected.ts'
import type { CorrectionDone, MovedReports, RowCorrection, TypedCorrection } from './correction.ts'
import { type KeptRow, keptRowsOf, rowLedgerOf } from './kept-row.ts'
import { rowDeciders } from './row-deciders.ts'
import type { RowLedgerId } from './row-ledger.ts'
import * as store from './store/corrections.ts'

type Change = Pick<RowCorrection, 'ledger' | 'rowId' | 'act' | 'before' | 'changes' | 'reason'>

/**
 * 更正登记: what does not count takes effect at once; what a report counts waits for a second person, and until then the row
 * stays as it is. Refuses a row of which something waits already, and what the platform itself has published.
 */
export async function proposeCorrection(
  tx: Tx,
  actor: Actor,
  ledger: RowLedgerId,
  rowId: string,
  { values, reason }: TypedCorrection,
): Promise<CorrectionDone> {
  const row = await openForProposal(tx, actor, ledger, rowId)
  if (row.whyNotCorrect) throw row.whyNotCorrect
  const changes = readTyped(correctionForm(rowLedgerOf(ledger), row.values, actor.today), values)
  const [first] = Object.keys(changes)
  if (first === undefined) throw refusals.rowSaysSo()
  refuseShut(ledger, row, changes)
  const why = await keptRowsOf(ledger).whyNotChange?.(tx, actor.organId, changes)
  if (why) throw why
  return propose(tx, actor, { ledger, rowId, act: 'correct', before: row.values, changes, reason })
}

/** 撤销登记: takes a row out of its register, when a second person agrees. What it said stays in the record of corrections. */
export async function proposeRemoval(
  tx: Tx,
  actor: Actor,
  ledger: RowLedgerId,
  rowId: string,
  reason: string,
): Promise<CorrectionDone> {
  const row = await openForProposal(tx, actor, ledger, rowId)
  if (row.whyNotRemove) throw row.whyNotRemove
  return propose(tx, actor, { ledger, rowId, act: 'remove', before: row.values, changes: {}, reason })
}

async function openForProposal(tx: Tx, actor: Actor, ledger: RowLedgerId, rowId: string): Promise<KeptRow> {
  const { proposers } = rowLedgerOf(ledger)
  if (!proposers.some((role) => actor.roles.includes(role))) throw refusals.notYours(proposers.map(roleLabel))
  const row = await keptRowsOf(ledger).find(tx, actor.organId, rowId, true)
  if (!row) throw refusals.unknownRow()
  const notTheirs = await whyNotTheirs(tx, actor, row)
  if (notTheirs) throw notTheirs
  if (await store.isWaiting(tx, actor.organId, ledger, rowId)) throw refusals.rowCorrectionWaits()
  return row
}

/** Why it is not theirs to propose anything of this row: it is another unit's. Whoever approves for the whole organ may. */
export async function whyNotTheirs(
  tx: Tx,
  actor: Actor,
  { unitId }: Pick<KeptRow, 'unitId'>,
): Promise<Refusal | undefined> {
  if (actor.roles.some((role) => rolesForAll.includes(role))) return undefined
  const charge = { unitId, staffId: null }
  return isInCharge(charge, actor, await findWorkBody(tx, actor.organId)) ? undefined : refusals.rowOfAnotherUnit()
}

function refuseShut(ledger: RowLedgerId, { shut }: KeptRow, changes: Values): void {
  for (const { id, header } of rowLedgerOf(ledger).columns) {
    const why = shut[id]
    if (why !== undefined && id in changes) throw refusals.columnShut(id, header, why)
  }
}

async function propose(tx: Tx, actor: Actor, change: Change): Promise<CorrectionDone> {
  const needsSecond = change.act === 'remove' || isCounted(rowLedgerOf(change.ledger), change.changes)
  const work = () => watched(tx, actor.organId, change)
  const { moved: reports, effects } = await (needsSecond ? tryOut(tx, work) : work())
  const id = await store.addCorrection(tx, actor.organId, {
    ...change,
    needsSecond,
    reports,
    proposedOn: actor.today,
    proposedBy: actor.id,
    proposedName: actor.name,
  })
  if (needsSecond) await setTurns(tx, secondPerson(actor, id, change), actor.today, [{ seq: 0, actor }])
  await audit(tx, actor, needsSecond ? 'ledger.correctionProposed' : 'ledger.rowCorrected', {
    subject: change.rowId,
    detail: { ...toldOf(change), reason: change.reason, reports, effects },
  })
  return { id, state: needsSecond ? 'waiting' : 'done', reports, effects }
}

/** A correction waits for a second person, who is not the one that proposed it. */
function secondPerson({ organId, id: proposer, today }: Actor, subjectId: string, { ledger, act }: Change): Waiting {
  const what = act === 'remove' ? '复核撤销登记' : '复核更正登记'
  const about = { kind: 'rowCorrection', subjectId, part: 0, what, title: rowLedgerOf(ledger).label } as const
  const keptFrom = { notBy: proposer === null ? [] : [proposer] }
  const turn = turnOfRoles({ ...about, since: today, dueOn: null }, rowDeciders, keptFrom)
  return { organId, subjectId, kinds: ['rowCorrection'], turns: [turn] }
}

/** For the log: which row of which register, and what it said and should say. */
const toldOf = ({ ledger, act, before, changes }: Change) => ({
  ledger,
  act,
  name: before[rowLedgerOf(ledger).name] ?? '',
  from: act === 'remove' ? before : Object.fromEntries(Object.keys(changes).map((id) => [id, before[id] ?? null])),
  to: changes,
})

async function carryOut(
  tx: Tx,
  organId: number,
  { ledger, rowId, act, before, changes, reason }: Change,
): Promise<void> {
  const kept = keptRowsOf(ledger)
  if (act === 'remove') return kept.remove(tx, organId, rowId)
  const after = { ...before, ...changes }
  if (await kept.isTaken(tx, organId, rowId, after)) throw refusals.rowKeyTaken()
  await kept.save(tx, organId, rowId, after, reason)
}

const watched = (tx: Tx, organId: number, change: Change) =>
  watchFigures(tx, organId, () => carryOut(tx, organId, change), yearsOf(change))

/** In which years a row may count, before or after. */
function yearsOf({ ledger, before, changes }: Change): (year: number) => boolean {
  const { countsIn } = rowLedgerOf(ledger)
  if (countsIn === 'anyYear') return () => true
  const days = [...Object.values(before), ...Object.values(changes)].filter((value) => value !== null)
  const years = days.filter(isPlainDate).map(yearOf)
  const first = Math.min(...years)
  return (year) => (countsIn === 'fromItsFirstDay' ? year >= first : years.includes(year))
}

/**
 * The second person agrees: now it takes effect, and the reports that it moves are named. Refuses the one who proposed it,
 * and a row that is no longer as it was then.
 */
export async function approveCorrection(tx: Tx, actor: Actor, id: string, opinion: string): Promise<CorrectionDone> {
  const correction = await openForDecision(tx, actor, id)
  if (correction.proposedBy === actor.id) throw refusals.ownRowCorrection()
  const why = await whyOvertaken(tx, actor.organId, correction)
  if (why) throw why
  const { moved: reports, effects } = await watched(tx, actor.organId, correction)
  const done = await decide(tx, actor, correction, { state: 'done', reports, effects, reason: opinion })
  if (reports.length > 0) await noteMoved(tx, actor)
  return done
}

/** Why it can no longer take effect: the row is not as it was when this was proposed, or is shut by now. */
async function whyOvertaken(tx: Tx, organId: number, correction: RowCorrection): Promise<Refusal | null> {
  const { ledger, rowId, act, before } = correction
  const row = await keptRowsOf(ledger).find(tx, organId, rowId, true)
  if (!row || !isSame(row.values, before)) return refusals.rowChangedSince()
  return act === 'remove' ? row.whyNotRemove : row.whyNotCorrect
}

/** Which frozen reports would count otherwise, and which cell would become what, if what waits took effect now. Nothing of it stays. */
export async function movedBy(tx: Tx, organId: number, correction: RowCorrection): Promise<MovedReports> {
  try {
    return await tryOut(tx, async () => {
      const why = await whyOvertaken(tx, organId, correction)
      if (why) throw why
      const { moved: reports, effects } = await watched(tx, organId, correction)
      return { reports, effects }
    })
  } catch (error) {
    // It takes no effect as it is: whoever decides it is told why.
    if (error instanceof Refusal) return { reports: [], effects: [] }
    throw error
  }
}

const isSame = (a: Values, b: Values): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((id) => (a[id] ?? null) === (b[id] ?? null))

/** The second person does not agree: everything stays as it was. */
export async function declineCorrection(tx: Tx, actor: Actor, id: string, reason: string): Promise<CorrectionDone> {
  const correction = await openForDecision(tx, actor, id)
  if (correction.proposedBy === actor.id) throw refusals.ownRowCorrection()
  return decide(tx, actor, correction, { state: 'declined', reports: correction.reports, effects: [], reason })
}

/** Whoever proposed it takes it back. */
export async function takeCorrectionBack(tx: Tx, actor: Actor, id: string): Promise<CorrectionDone> {
  const correction = await openForDecision(tx, actor, id)
  if (correction.proposedBy !== actor.id) throw refusals.notYourRowCorrection()
  return decide(tx, actor, correction, { state: 'takenBack', reports: correction.reports, effects: [], reason: '' })
}

async function openForDecision(tx: Tx, actor: Actor, id: string): Promise<RowCorrection> {
  const correction = await store.getForChange(tx, actor.organId, id)
  if (correction.state !== 'waiting') throw refusals.rowCorrectionDecided()
  return correction
}

const entryOf = {
  done: { correct: 'ledger.rowCorrected', remove: 'ledger.rowRemoved' },
  declined: { correct: 'ledger.correctionDeclined', remove: 'ledger.correctionDeclined' },
  takenBack: { correct: 'ledger.correctionTakenBack', remove: 'ledger.correctionTakenBack' },
} as const

interface Decided {
  readonly state: keyof typeof entryOf
  readonly reason: string
}

async function decide(
  tx: Tx,
  actor: Actor,
  correction: RowCorrection,
  { state, reports, effects, reason }: MovedReports & Decided,
): Promise<CorrectionDone> {
  const { id, rowId, act, proposedName } = correction
  await setTurns(tx, { organId: actor.organId, subjectId: id, kinds: ['rowCorrection'], turns: [] }, actor.today, [])
  await store.decide(tx, actor.organId, id, {
    state,
    reports,
    decidedOn: actor.today,
    decidedBy: actor.id,
    decidedName: actor.name,
    decisionReason: reason,
  })
  await audit(tx, actor, entryOf[state][act], {
    subject: rowId,
    detail: {
      ...toldOf(correction),
      reason: correction.reason,
      reports,
      effects,
      proposedBy: proposedName,
      opinion: reason,
    },
  })
  return { id, state, reports, effects }
}
