import type { CaseView } from '../../../requests/case-view.ts'
import type { StepName } from '../../../requests/step-inputs.ts'
import { StepsPanel } from '../../steps/steps-panel.tsx'
import { useOpenStep } from './open-step.ts'

/** Every step but the next one, which stands in the head of the page. */
export function StepsCard({ view, onStep }: { view: CaseView; onStep: (step: StepName) => void }) {
  const open = useOpenStep(view.id, onStep)
  const others = view.steps.filter(({ isNext }) => !isNext)
  if (others.length === 0) return null
  return (
    <StepsPanel title="还可以办理" none="现在没有其他可以由您办理的步骤。" steps={others} isShutOpen onStep={open} />
  )
}
