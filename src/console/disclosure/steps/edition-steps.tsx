import type { StepName } from '../../../disclosure/edition-event.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { StepsPanel } from '../../steps/steps-panel.tsx'
import { isOnTheWay } from '../list/due-words.ts'
import { dangers } from './step-words.ts'

/** Every step of the edition. */
export function EditionSteps({ view, onStep }: { view: RecordView; onStep: (step: StepName) => void }) {
  const hasOpen = view.steps.some(({ why }) => why === null)
  return (
    <StepsPanel
      none="现在没有轮到您办理的步骤。"
      steps={view.steps}
      dangers={dangers}
      isShutOpen={!hasOpen && isOnTheWay(view.status)}
      onStep={onStep}
    />
  )
}
