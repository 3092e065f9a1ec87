import { RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'

interface OfferedStep<Name> {
  readonly name: Name
  readonly label: string
  readonly article: string
  readonly isNext: boolean
  readonly why: string | null
}

/** The one step that is next, with its article, or shut and why. */
export function NextStep<Name>({ steps, onStep }: NextStepProps<Name>) {
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

interface NextStepProps<Name> {
  readonly steps: readonly OfferedStep<Name>[]
  readonly onStep: (name: Name) => void
}
