import { Button, Tooltip } from 'antd'
import type { StepView } from '../../steps/step.ts'
import { Panel } from '../requests/case/panel.tsx'
import { ShutSteps } from './shut-steps.tsx'

/** The steps of a case: open ones to take, the next one first; shut ones with the reason and its article. */
export function StepsPanel<Name extends string>(props: StepsPanelProps<Name>) {
  const { title = '办理', none, steps, dangers = [], isShutOpen = false, onStep } = props
  const open = steps.filter(({ why }) => why === null)
  return (
    <Panel title={title} printed={false}>
      {open.length === 0 ? <p className="quiet">{none}</p> : null}
      <ul className="row">
        {open.map(({ name, label, article, isNext }) => (
          <li key={name}>
            <Tooltip title={article}>
              <Button
                type={isNext ? 'primary' : 'default'}
                danger={dangers.includes(name)}
                onClick={() => onStep(name)}
              >
                {label}
              </Button>
            </Tooltip>
          </li>
        ))}
      </ul>
      <ShutSteps steps={steps} isOpen={isShutOpen} />
    </Panel>
  )
}

interface StepsPanelProps<Name extends string> {
  readonly title?: string
  /** What is said where none is open. */
  readonly none: string
  readonly steps: readonly StepView<Name>[]
  /** Those that cannot be undone. */
  readonly dangers?: readonly Name[]
  /** The reasons of the shut ones are in sight. */
  readonly isShutOpen?: boolean
  readonly onStep: (name: Name) => void
}
