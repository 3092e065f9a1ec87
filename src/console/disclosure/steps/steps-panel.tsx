import { Button, Tooltip } from 'antd'
import type { StepName } from '../../../disclosure/edition-event.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { Panel } from '../../requests/case/panel.tsx'
import { ShutSteps } from '../../steps/shut-steps.tsx'
import { isOnTheWay } from '../list/due-words.ts'

/** Every step of the edition: the next one first, shut ones with the reason. */
export function StepsPanel({ view, onStep }: { view: RecordView; onStep: (step: StepName) => void }) {
  const open = view.steps.filter(({ why }) => why === null)
  return (
    <Panel title="办理" printed={false}>
      {open.length === 0 ? <p className="quiet">现在没有轮到您办理的步骤。</p> : null}
      <ul className="row">
        {open.map(({ name, label, article, isNext }) => (
          <li key={name}>
            <Tooltip title={article}>
              <Button
                type={isNext ? 'primary' : 'default'}
                danger={name === 'discard' || name === 'publishUrgently'}
                onClick={() => onStep(name)}
              >
                {label}
              </Button>
            </Tooltip>
          </li>
        ))}
      </ul>
      <ShutSteps steps={view.steps} isOpen={open.length === 0 && isOnTheWay(view.status)} />
    </Panel>
  )
}
