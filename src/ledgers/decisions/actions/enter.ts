import { record as audit } from '../../../audit/record.ts'
import type { Tx } from '../../../db/database.ts'
import type { Actor } from '../../../organs/actor.ts'
import { findWorkBody } from '../../../organs/units/store.ts'
import { readTyped } from '../../../refusal/typed.ts'
import { refusals } from '../../../refusal.ts'
import { factColumn } from '../../rows/corrected.ts'
import { addCorrection } from '../../rows/store/corrections.ts'
import { type ChangedDecision, decisionForm, type ReadDecision } from '../decision.ts'
import { decisionFields } from '../decision-fields.ts'
import { type Masked, maskDecision } from '../masking.ts'
import type { FieldValues } from '../read-field.ts'
import { whyNotOpenPerson } from '../steps.ts'
import * as store from '../store/decisions.ts'
import { getFor } from './get-for.ts'

/** Enters a decision with the fields of its kind. Refuses a number that the kind has already. */
export async function enterDecision(tx: Tx, actor: Actor, typed: unknown): Promise<{ id: string }> {
  const decision = readTyped(decisionForm(actor.today), typed)
  if (await store.isDecisionNumberTaken(tx, actor.organId, decision))
    throw refusals.decisionNumberTaken(decision.number)
  const masked = maskDecision(decisionFields[decision.kind], decision.values)
  const id = await store.addDecision(tx, actor.organId, actor.unitId, decision, masked)
  const { kind, number, decidedOn, publicity } = decision
  await audit(tx, actor, 'decision.entered', { subject: id, detail: { kind, number, decidedOn, publicity } })
  return { id }
}

/**
 * Fills in what a decision says, or changes it with a reason; what was filled in before stays in its record of corrections, and
 * what comes back masked stays as it was. Refuses while its publication is under way or public.
 */
export async function changeDecision(
  tx: Tx,
  actor: Actor,
  id: string,
  { reason, ...typed }: ChangedDecision,
): Promise<void> {
  const before = await getFor(tx, actor, id, 'change')
  const decision = readTyped(decisionForm(actor.today), unmasked(typed, before))
  if (decision.kind !== before.kind) throw refusals.decisionKeepsKind()
  refuseWhatIsRegistered(before, decision)
  const fields = decisionFields[decision.kind]
  const masked = maskDecision(fields, decision.values, { shown: before.facts, secret: before.secret })
  const changed = fields
    .map((field) => field.id)
    .filter((field) => masked.shown[field] !== before.facts[field] || masked.secret[field] !== before.secret[field])
  const isCorrected = Object.keys(before.facts).length > 0 && changed.length > 0
  if (isCorrected && reason === '') throw refusals.changeNeedsReason()
  await store.saveDecision(tx, actor.organId, id, decision, masked)
  if (isCorrected) await keepFirst(tx, actor, before, masked, changed, reason)
  await audit(tx, actor, 'decision.changed', { subject: id, detail: { fields: changed, reason } })
}

/** The first values: as everybody may see them, and whole where they are masked. */
async function keepFirst(
  tx: Tx,
  actor: Actor,
  before: store.StoredDecision,
  after: Masked,
  changed: readonly string[],
  reason: string,
): Promise<void> {
  const pick = (values: FieldValues) =>
    Object.fromEntries(changed.map((field) => [factColumn(field), values[field] ?? null]))
  const secretOf = (values: FieldValues) =>
    Object.fromEntries(changed.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])))
  const secret = { before: secretOf(before.secret), changes: secretOf(after.secret) }
  const hasSecret = Object.keys({ ...secret.before, ...secret.changes }).length > 0
  await addCorrection(tx, actor.organId, {
    ledger: 'administrativeDecisions',
    rowId: before.id,
    act: 'correct',
    reason,
    needsSecond: false,
    reports: [],
    before: { kind: before.kind, number: before.number, ...pick(before.facts) },
    changes: pick(after.shown),
    proposedOn: actor.today,
    proposedBy: actor.id,
    proposedName: actor.name,
    ...(hasSecret && { secret }),
  })
}

/** By number, day, subject and whether it must be public a decision is known and counted: they are put right with a reason (`ledgers/rows`). */
function refuseWhatIsRegistered(before: store.StoredDecision, after: ReadDecision): void {
  if (after.number !== before.number) throw refusals.decisionByCorrection('values.number', '文号')
  if (after.decidedOn !== before.decidedOn) throw refusals.decisionByCorrection('values.decidedOn', '决定日期')
  if (before.subject !== '' && after.subject !== before.subject)
    throw refusals.decisionByCorrection('subject', '事项名称')
  if (before.publicity === 'unsaid') return
  if (after.publicity !== before.publicity || after.exemptReason !== before.exemptReason)
    throw refusals.decisionByCorrection('publicity', '是否公示、不公示的理由')
}

/** Puts the sealed text back where the form still shows its mask. */
function unmasked(typed: unknown, { facts, secret }: store.StoredDecision): unknown {
  if (!typed || typeof typed !== 'object' || !('values' in typed)) return typed
  const values = Object.entries(typed.values ?? {}).map(([id, value]) =>
    secret[id] !== undefined && value === facts[id] ? [id, secret[id]] : [id, value],
  )
  return { ...typed, values: Object.fromEntries(values) }
}

/** Everything of a decision, what is masked included, for its unit and whoever answers for all. The reason is kept in the audit log. */
export async function openPerson(tx: Tx, actor: Actor, id: string, reason: string): Promise<FieldValues> {
  const { secret, ...decision } = await store.getDecision(tx, actor.organId, id)
  const refusal = whyNotOpenPerson({ decision, actor, workBodyId: await findWorkBody(tx, actor.organId) })
  if (refusal) throw refusal
  await audit(tx, actor, 'decision.personRevealed', { subject: id, detail: { reason } })
  return { ...decision.facts, ...secret }
}
