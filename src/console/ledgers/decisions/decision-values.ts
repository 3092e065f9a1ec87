import { type DecisionKind, decisionFields } from '../../../ledgers/decisions/decision-fields.ts'
import type { DecisionItem } from '../../../ledgers/decisions/decision-view.ts'

/** What the form of a decision holds; a field that is not filled in may be empty or missing. */
export interface DecisionValues {
  readonly subject: string
  readonly publicity: string
  readonly exemptReason: string
  readonly values: Readonly<Record<string, string | null | undefined>>
  readonly reason?: string
}

/** A new decision begins with what is usual, of what its kind asks. */
export function newDecision(kind: DecisionKind, organName: string): DecisionValues {
  const usual = { counterpartyKind: 'organisation', organ: organName, source: organName, state: 'valid' }
  const asked = new Set(decisionFields[kind].map(({ id }) => id))
  const values = Object.fromEntries(Object.entries(usual).filter(([id]) => asked.has(id)))
  return { subject: '', publicity: 'due', exemptReason: '', values }
}

/** A decision as it stands in the ledger; one of which nobody has said whether it is made public counts as due. */
export const changedDecision = (decision: DecisionItem): DecisionValues => ({
  subject: decision.subject,
  publicity: decision.publicity === 'exempt' ? 'exempt' : 'due',
  exemptReason: decision.exemptReason,
  values: { ...decision.facts, number: decision.number, decidedOn: decision.decidedOn },
})

/** What is sent: of the fields only those that are filled in. */
export function typedDecision(kind: DecisionKind, { values, ...rest }: DecisionValues) {
  const filled = Object.entries(values).flatMap(([field, value]) => (value ? [[field, value]] : []))
  return { ...rest, kind, values: Object.fromEntries(filled) }
}
