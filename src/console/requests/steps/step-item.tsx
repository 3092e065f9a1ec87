import { Form } from 'antd'
import type { CaseView } from '../../../requests/case-view.ts'
import { noticeHint } from '../../../requests/letter-texts.ts'
import type { StepName } from '../../../requests/step-inputs.ts'
import { mustBeGiven, type StepField } from './step-field.ts'
import { StepFieldInput, type StepFieldInputProps } from './step-field-input.tsx'

/** One field of a step with its label and what to write. */
export function StepItem({ field, view, step, values, onSending }: StepFieldInputProps) {
  const isNeeded = mustBeGiven(field)
  return (
    <Form.Item
      name={field.name}
      label={isNeeded ? field.label : `${field.label}（可不填）`}
      required={isNeeded}
      extra={helpOf(step, field, view)}
    >
      <StepFieldInput field={field} view={view} step={step} values={values} onSending={onSending} />
    </Form.Item>
  )
}

/** What to write, and, where the step sends a letter, whether it goes out with it. */
function helpOf(step: StepName, { kind, name, usual, help = '' }: StepField, view: CaseView): string {
  return `${help}${usual?.(view) ?? ''}${kind === 'text' || kind === 'line' ? noticeHint(step, name) : ''}`
}
