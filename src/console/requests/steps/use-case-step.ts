import { useQueryClient } from '@tanstack/react-query'
import type { CaseView } from '../../../requests/case-view.ts'
import type { StepName } from '../../../requests/step-inputs.ts'
import { type Registered, requests, type Taken } from '../../api.ts'
import { useStepForm } from '../../steps/use-step-form.ts'

/** The form of a step on the case as it was read. What the step has registered is told once and kept nowhere. */
export function useCaseStep<Values extends object>({ view, name, draftKey, onTaken }: CaseStep) {
  const client = useQueryClient()
  return useStepForm<Values, unknown, Taken>({
    label: view.steps.find((step) => step.name === name)?.label ?? '',
    draftKey,
    take: (input) => requests.take(view.id, name, view.seq, input),
    onTaken: ({ registered, ...after }) => {
      client.setQueryData(['case', view.id], after)
      client.invalidateQueries({ queryKey: ['requests'] })
      client.invalidateQueries({ queryKey: ['reminders'] })
      // An answer may perform what a case has ordered.
      if (name === 'issueAnswer') client.invalidateQueries({ queryKey: ['remedies'] })
      onTaken(registered)
    },
  })
}

interface CaseStep {
  readonly view: CaseView
  readonly name: StepName
  readonly draftKey: string
  readonly onTaken: (registered: readonly Registered[]) => void
}
