import { Button } from 'antd'

/** Takes the step or leaves it; a step that has shut meanwhile says why. */
export function StepButtons({ label, why, isDangerous = false, isPending, onTake, onClose }: StepButtonsProps) {
  return (
    <div className="row">
      {why ? <span className="why">现在不能办理：{why}</span> : null}
      <span className="grow" />
      <Button onClick={onClose}>关闭（保留已填内容）</Button>
      <Button type="primary" danger={isDangerous} loading={isPending} disabled={why !== null} onClick={onTake}>
        {label}
      </Button>
    </div>
  )
}

interface StepButtonsProps {
  readonly label: string
  readonly why: string | null
  /** It cannot be undone. */
  readonly isDangerous?: boolean
  readonly isPending: boolean
  readonly onTake: () => void
  readonly onClose: () => void
}
