import { Button, Tooltip } from 'antd'
import type { CaseView } from '../../../requests/case-view.ts'
import type { StepName } from '../../../requests/step-inputs.ts'
import { ShutSteps } from '../../steps/shut-steps.tsx'
import { useOpenStep } from './open-step.ts'
import { Panel } from './panel.tsx'

/** Every other step: open ones to take, shut ones with the reason and its article. */
export function StepsCard({ view, onStep }: { view: CaseView; onStep: (step: StepName) => void }) {
  const open = useOpenStep(view.id, onStep)
  const others = view.steps.filter(({ isNext }) => !isNext)
  const isOpen = others.filter(({ why }) => why === null)
  if (others.length === 0) return null
  return (
    <Panel title="还可以办理" printed={false}>
      {isOpen.length === 0 ? <p className="quiet">现在没有其他可以由您办理的步骤。</p> : null}
      <ul className="row">
        {isOpen.map(({ name, label, article }) => (
          <li key={name}>
            <Tooltip title={article}>
              <Button onClick={() => open(name)}>{label}</Button>
            </Tooltip>
          </li>
        ))}
      </ul>
      <ShutSteps steps={others} isOpen />
    </Panel>
  )
}
