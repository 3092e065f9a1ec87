import { LockOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import type { StepView } from '../../steps/step.ts'

/** Steps shut for the same reason stand together: the reason is read once. */
export function ShutSteps<Name extends string>({ steps, isOpen }: ShutStepsProps<Name>) {
  const shut = steps.filter(({ why }) => why !== null)
  if (shut.length === 0) return null
  const groups = [...Map.groupBy(shut, ({ why }) => why ?? '')]
  return (
    <details className="shut-steps" open={isOpen}>
      <summary>暂不能办理的步骤（{shut.length}）及原因</summary>
      <ul>
        {groups.map(([why, group]) => (
          <li key={why}>
            <span className="why">{why}</span>
            <span className="row gap-6">
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

interface ShutStepsProps<Name extends string> {
  /** Of these the shut ones are shown. */
  readonly steps: readonly StepView<Name>[]
  readonly isOpen: boolean
}
