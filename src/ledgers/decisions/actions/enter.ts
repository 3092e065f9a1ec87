import { record as audit } from '../../../audit/record.ts'
import type { Tx } from '../../../db/database.ts'
import type { Actor } from '../../../organs/actor.ts'
import { refusals } from '../../../refusal.ts'
import { readTyped } from '../../../typed.ts'
import { decisionForm, type ReadDecision } from '../decision.ts'
import { decisionFields } from '../decision-fields.ts'
import { maskDecision } from '../masking.ts'
import type { FieldValues } from '../read-field.ts'
import * as store from '../store.ts'
import { refuseWhilePublic } from './while-public.ts'

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

/** Fills in or changes what a decision says; what comes back masked stays as it was. Refuses while its publication is under way or public. */
export async function changeDecision(tx: Tx, actor: Actor, id: string, typed: unknown): Promise<void> {
  const before = await store.getDecisionForChange(tx, actor.organId, id)
  await refuseWhilePublic(tx, actor.organId, before)
  const decision = readTyped(decisionForm(actor.today), unmasked(typed, before))
  if (decision.kind !== before.kind) throw refusals.decisionKeepsKind()
  refuseWhatIsRegistered(before, decision)
  const fields = decisionFields[decision.kind]
  const masked = maskDecision(fields, decision.values)
  await store.saveDecision(tx, actor.organId, id, decision, masked)
  const changed = fields
    .map((field) => field.id)
    .filter((field) => masked.shown[field] !== before.facts[field] || masked.secret[field] !== before.secret[field])
  await audit(tx, actor, 'decision.changed', { subject: id, detail: { fields: changed } })
}

/** By number, day and subject a decision is known and counted: they are put right with a reason (`ledgers/rows`). */
function refuseWhatIsRegistered(before: store.StoredDecision, after: ReadDecision): void {
  if (after.number !== before.number) throw refusals.decisionByCorrection('values.number', '文号')
  if (after.decidedOn !== before.decidedOn) throw refusals.decisionByCorrection('values.decidedOn', '决定日期')
  if (before.subject !== '' && after.subject !== before.subject)
    throw refusals.decisionByCorrection('subject', '事项名称')
}

/** Puts the sealed text back where the form still shows its mask. */
function unmasked(typed: unknown, { facts, secret }: store.StoredDecision): unknown {
  if (!typed || typeof typed !== 'object' || !('values' in typed)) return typed
  const values = Object.entries(typed.values ?? {}).map(([id, value]) =>
    secret[id] !== undefined && value === facts[id] ? [id, secret[id]] : [id, value],
  )
  return { ...typed, values: Object.fromEntries(values) }
}

/** Everything of a decision, what is masked included. The reason is kept in the audit log. */
export async function openPerson(tx: Tx, actor: Actor, id: string, reason: string): Promise<FieldValues> {
  const { facts, secret } = await store.getDecision(tx, actor.organId, id)
  await audit(tx, actor, 'decision.personRevealed', { subject: id, detail: { reason } })
  return { ...facts, ...secret }
}
