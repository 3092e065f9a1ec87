import { LockOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import type { CaseView, StepView } from '../../../requests/case-view.ts'
import type { StepName } from '../../../requests/step-inputs.ts'
import { useOpenStep } from './open-step.ts'
import { Panel } from './panel.tsx'

/** Every other step: open ones to take, shut ones with the reason and its article. */
export function StepsCard({ view, onStep }: { view: CaseView; onStep: (step: StepName) => void }) {
  const open = useOpenStep(view.id, onStep)
  const others = view.steps.filter(({ isNext }) => !isNext)
  const isOpen = others.filter(({ why }) => why === null)
  const isShut = others.filter(({ why }) => why !== null)
  if (others.length === 0) return null
  return (
    <Panel title="还可以办理" printed={false}>
      {isOpen.length === 0 ? <p className="quiet">现在没有其他可以由您办理的步骤。</p> : null}
      <ul className="open-steps">
        {isOpen.map(({ name, label, article }) => (
          <li key={name}>
            <Tooltip title={article}>
              <Button onClick={() => open(name)}>{label}</Button>
            </Tooltip>
          </li>
        ))}
      </ul>
      {isShut.length > 0 ? <ShutSteps steps={isShut} /> : null}
    </Panel>
  )
}

/** Steps shut for the same reason stand together: the reason is read once. */
function ShutSteps({ steps }: { steps: readonly StepView[] }) {
  const groups = [...Map.groupBy(steps, ({ why }) => why ?? '')]
  return (
    <details className="shut-steps" open>
      <summary>暂不能办理的步骤（{steps.length}）及原因</summary>
      <ul>
        {groups.map(([why, group]) => (
          <li key={why}>
            <span className="why">{why}</span>
            <span className="shut-names">
              {group.map(({ name, label, article }) => (
                <Tooltip key={name} title={`${why}（${article}）`}>
                  <Button
                    size="small"
                    icon={<LockOutlined aria-hidden />}
                    aria-disabled
                    className="shut-button"
                    tabIndex={0}
                  >
                    {label}
                  </Button>
                </Tooltip>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
