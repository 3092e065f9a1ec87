import { Form } from 'antd'
import { useEffect } from 'react'
import type { CaseView } from '../../../requests/case-view.ts'
import type { StepName } from '../../../requests/step-inputs.ts'
import { Problem, type Registered } from '../../api.ts'
import { forgetDraft, keepDraft, readDraft } from '../../drafts.ts'
import { clearErrors, showFieldErrors } from '../../fields/field-errors.ts'
import { useTakeStep } from './use-take-step.ts'

/**
 * The form in which a step is filled in. What is typed is kept under the key until the step is taken; what was refused is told at
 * its fields until it is typed anew.
 */
export function useStepForm<Values extends object>({ view, step, draftKey, onTaken }: StepForm) {
  const [form] = Form.useForm<Values>()
  const take = useTakeStep(view, step, (registered) => {
    forgetDraft(draftKey)
    onTaken(registered)
  })
  useEffect(() => {
    if (take.error) showFieldErrors(form, take.error)
  }, [form, take.error])
  const onValuesChange = (changed: object, all: Values) => {
    clearErrors(form, changed)
    if (take.error instanceof Problem && Object.keys(take.error.fields).length > 0) take.reset()
    keepDraft(draftKey, all)
  }
  return { form, take, kept: readDraft<Values>(draftKey), onValuesChange }
}

interface StepForm {
  readonly view: CaseView
  readonly step: StepName
  readonly draftKey: string
  readonly onTaken: (registered: readonly Registered[]) => void
}
