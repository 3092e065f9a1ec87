import type { PlainDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import { type StepName, stepInputs } from '../../../requests/step-inputs.ts'
import { unticked } from '../../../review/chain.ts'
import type { Issue } from '../../fields/field-errors.ts'
import { levelUp, wholeInput } from './first-input.ts'
import { missingDemanded, type StepField } from './step-field.ts'
import { stepFields } from './step-fields.ts'

type Values = Record<string, unknown>

/** The fields that a step asks for as its form stands; an answer is drafted on a page of its own. */
export const fieldsAsked = (view: CaseView, step: StepName, values: Values, today: PlainDate): StepField[] =>
  (step === 'draftAnswer' ? [] : stepFields[step]).filter(({ when }) => when === undefined || when(view, values, today))

/** What is sent, or everything that is missing or wrong before it is. */
export function checkStep(
  view: CaseView,
  step: StepName,
  values: Values,
  today: PlainDate,
): { readonly input: unknown } | { readonly issues: readonly Issue[] } {
  const input = wholeInput(view, step, values)
  const checked = stepInputs[step].safeParse(input)
  const missing = [...missingDemanded(fieldsAsked(view, step, values, today), input), ...untickedOf(view, step, values)]
  if (checked.success && missing.length === 0) return { input: checked.data }
  return { issues: [...(checked.error?.issues ?? []), ...missing] }
}

/** Of the list of the level in turn, what is begun and not ticked to the end. */
function untickedOf(view: CaseView, step: StepName, { draft, checklist }: Values): Issue[] {
  const level = step === 'approveAnswer' || step === 'approveLetter' ? levelUp(view, step, draft) : undefined
  const open = level && Array.isArray(checklist) && checklist.length > 0 ? unticked(level, checklist) : undefined
  return open === undefined ? [] : [{ path: ['checklist'], message: `请核对“${open}”并勾选` }]
}
