import type { Due } from '../../../requests/case-view.ts'
import { useMe } from '../../session/me.ts'
import { shortDay } from '../../words.ts'
import { leftWords, type Urgency, urgencyOf } from './due-words.ts'

const shapes: Readonly<Record<Urgency, string>> = { late: '■', today: '◆', soon: '▲', calm: '' }

/** What is due, when, and why. */
export function DueText({ due, isPaused, withReason = true }: DueTextProps) {
  const { today } = useMe()
  if (!due) return <span className="quiet">无期限</span>
  const urgency = urgencyOf(due)
  return (
    <span className="due-text" data-urgency={urgency}>
      <span className="due-left">
        {shapes[urgency] ? <span aria-hidden="true">{shapes[urgency]} </span> : null}
        {leftWords(due)}
        <span className="due-day">{shortDay(due.on, today)}</span>
      </span>
      {withReason ? <span className="due-why">{due.why}</span> : null}
      {isPaused ? (
        <span className="due-paused">
          {due.kind === 'explainReasons' ? '等待申请人说明理由' : '征求意见'}中，期限暂不计算
        </span>
      ) : null}
    </span>
  )
}

interface DueTextProps {
  readonly due: Due | null
  readonly isPaused: boolean
  readonly withReason?: boolean
}
