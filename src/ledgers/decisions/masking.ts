import { maskIdentity, maskName } from '../../people/masked.ts'
import type { DecisionField } from './field.ts'
import type { FieldValues } from './read-field.ts'

export interface Masked {
  /** As everybody may see it: 张*, 110***********002X, the name gone from the prose too. */
  readonly shown: FieldValues
  /** What was masked, whole: to be sealed. Empty where nothing was. */
  readonly secret: FieldValues
}

/** The name of the person whom a decision is about; empty where it is about no person. */
const nameIn = ({ counterpartyKind, counterparty = '' }: FieldValues): string =>
  counterpartyKind === 'person' ? counterparty : ''

/**
 * Separates what may be shown from what is kept sealed: numbers of identity documents always, and of a natural person the
 * name, wherever it stands. What was masked `before` and says the same stays so, also under names that were corrected since.
 */
export function maskDecision(
  fields: readonly DecisionField[],
  values: FieldValues,
  before: Masked = { shown: {}, secret: {} },
): Masked {
  const names = [nameIn(values), nameIn({ ...before.shown, ...before.secret })].filter((name) => name !== '')
  const numbers = fields.flatMap(({ kind, id }) => (kind === 'identity' && values[id] ? [values[id]] : []))
  const masked = (field: DecisionField, value: string): string => {
    if (field.kind === 'identity') return maskIdentity(value)
    if (field.kind !== 'text') return value
    const known = before.secret[field.id] === value ? before.shown[field.id] : undefined
    const withoutName = names.reduce((text, name) => text.replaceAll(name, maskName(name)), known ?? value)
    return numbers.reduce((text, number) => text.replaceAll(number, maskIdentity(number)), withoutName)
  }
  const shown: Record<string, string> = {}
  const secret: Record<string, string> = {}
  for (const field of fields) {
    const value = values[field.id] ?? ''
    if (value === '') continue
    const text = masked(field, value)
    shown[field.id] = text
    if (text !== value) secret[field.id] = value
  }
  return { shown, secret }
}
