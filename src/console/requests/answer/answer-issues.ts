import type { OutcomeId } from '../../../law/outcomes.ts'
import { missingTexts } from '../../../requests/check-answer.ts'
import { missingRecord } from '../../../requests/check-parts.ts'
import { type StepInput, stepInputs } from '../../../requests/step-inputs.ts'
import type { WithheldPart } from '../../../requests/withheld-part.ts'
import { asIssue, type Issue } from '../../fields/field-errors.ts'

/** An answer as it stands on the form, where a part may still be half filled in. */
export type FilledAnswer = Omit<StepInput<'draftAnswer'>, 'outcome' | 'parts' | 'search' | 'confirmations'> & {
  readonly outcome: OutcomeId
  readonly parts: readonly Partial<WithheldPart>[]
  readonly search: unknown
  readonly confirmations: unknown
}

/** The fields as they follow one another on the form; a part's in its own order. */
const order = [
  'statement',
  'fileIds',
  'confirmations',
  'parts',
  'reason',
  'consultations',
  'reasonable',
  'earlierId',
  'record',
  'search',
]
const orderInPart = ['what', 'under', 'reason', 'consultations', 'reasonable', 'record']

const placeIn = (fields: readonly string[], name: PropertyKey | undefined): number => {
  const place = fields.indexOf(String(name))
  return place < 0 ? fields.length : place
}

/** Field, part, field of the part. */
const placesOf = ({ path: [field, part, ofPart] }: Issue): readonly number[] => [
  placeIn(order, field),
  typeof part === 'number' ? part : 0,
  placeIn(orderInPart, ofPart),
]

const asOnForm = (a: Issue, b: Issue): number => {
  const others = placesOf(b)
  return placesOf(a).reduce((found, place, index) => found || place - (others[index] ?? 0), 0)
}

/**
 * What is sent, or everything that is missing or wrong before it is, in the order of the form. `unanswered`: the names of the
 * findings in enclosures for which a reason is still wanted.
 */
export function checkAnswerForm(
  input: FilledAnswer,
  unanswered: readonly string[],
): { readonly data: StepInput<'draftAnswer'> } | { readonly issues: readonly Issue[] } {
  const checked = stepInputs.draftAnswer.safeParse(input)
  const missing = [
    ...missingTexts(input.outcome, { ...input, record: input.earlierId ?? input.record }),
    ...input.parts.flatMap((part, index) => missingRecord(part, index) ?? []),
  ]
  const issues: Issue[] = [
    ...(checked.error?.issues ?? []),
    ...missing.map(asIssue),
    ...unanswered.map((name) => ({ path: ['confirmations', name], message: '请说明理由，或者换掉附件' })),
  ]
  if (checked.success && issues.length === 0) return { data: checked.data }
  return { issues: issues.toSorted(asOnForm) }
}
