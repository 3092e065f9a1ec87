import { useSearchParams } from 'react-router'
import type { StepView } from '../../steps/step.ts'

/** The step whose form is open. It is in the address, so that a new sign-in leads back into it. */
export function useOpenedStep<Name extends string>(steps: readonly StepView<Name>[]) {
  const [params, setParams] = useSearchParams()
  return {
    step: steps.find(({ name }) => name === params.get('step')),
    open: (name: Name) => setParams({ step: name }, { replace: true }),
    close: () => setParams({}, { replace: true }),
  }
}
