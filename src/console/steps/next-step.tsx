import { RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { StepView } from '../../steps/step.ts'

/** The one step that is next, with its article, or shut and why. */
export function NextStep<Name extends string>({ steps, onStep }: NextStepProps<Name>) {
  const next = steps.find(({ isNext }) => isNext)
  if (!next) return null
  return (
    <>
      <span className="quiet">下一步</span>
      <Button
        type="primary"
        size="large"
        icon={<RightOutlined aria-hidden />}
        iconPlacement="end"
        disabled={next.why !== null}
        aria-describedby="why-next"
        onClick={() => onStep(next.name)}
      >
        {next.label}
      </Button>
      <span className="why" id="why-next">
        {next.why ?? next.article}
      </span>
    </>
  )
}

interface NextStepProps<Name extends string> {
  readonly steps: readonly StepView<Name>[]
  readonly onStep: (name: Name) => void
}
