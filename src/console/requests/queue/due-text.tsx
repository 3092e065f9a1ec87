import type { Due } from '../../../requests/case-view.ts'
import { useMe } from '../../session/me.ts'
import type { Tone } from '../../states/state-mark.tsx'
import { shortDay } from '../../words.ts'
import { leftWords, type Urgency, urgencyOf } from './due-words.ts'

const shapes: Readonly<Record<Urgency, string>> = { late: '■', today: '◆', soon: '▲', calm: '' }

export const urgencyTones = { late: 'late', today: 'late', soon: 'soon', calm: undefined } as const satisfies Record<
  Urgency,
  Tone | undefined
>

/** What is due, when, and why. */
export function DueText({ due, isPaused, withReason = true }: DueTextProps) {
  const { today } = useMe()
  if (!due)
    return <span className="quiet">{isPaused ? '待登记收费通知书送达，缴费期限从申请人收到的次日起算' : '无期限'}</span>
  const urgency = urgencyOf(due)
  return (
    <span className="due-text">
      <span className="due-left" data-tone={urgencyTones[urgency]}>
        {shapes[urgency] ? <span aria-hidden="true">{shapes[urgency]} </span> : null}
        {leftWords(due)}
        <span className="due-day">{shortDay(due.on, today)}</span>
      </span>
      {withReason ? <span className="quiet">{due.why}</span> : null}
      {isPaused ? <span className="quiet">{applicantsTurn[due.kind] ?? '征求意见中'}，答复期限暂不计算</span> : null}
    </span>
  )
}

const applicantsTurn: Readonly<Partial<Record<Due['kind'], string>>> = {
  explainReasons: '等待申请人说明理由',
  feePayment: '等待申请人缴费',
}

interface DueTextProps {
  readonly due: Due | null
  readonly isPaused: boolean
  readonly withReason?: boolean
}
