import type { PlainDate } from '../../days/plain-date.ts'
import { type FeedbackStatus, statusLabels } from '../../feedback/feedback.ts'
import { leftWords, type Urgency, urgencyOf } from '../requests/queue/due-words.ts'
import { useMe } from '../session/me.ts'
import { type Mark, StateWords } from '../states/state-mark.tsx'
import { shortDay } from '../words.ts'

interface Standing {
  readonly status: FeedbackStatus
  readonly dueOn: PlainDate
  readonly concludedOn: PlainDate | null
  readonly usedDays: number | null
  readonly left: number | null
}

const marks: Readonly<Record<Urgency, Mark>> = {
  late: ['late', '■'],
  today: ['late', '◆'],
  soon: ['soon', '▲'],
  calm: ['underWay', '●'],
}
const ended: Readonly<Record<'answered' | 'closed', Mark>> = { answered: ['done', '✓'], closed: ['quiet', '○'] }

/** How it stands and by when it is answered, or how many working days it took. */
export function FeedbackState({ status, dueOn, concludedOn, usedDays, left }: Standing) {
  const { today } = useMe()
  if (status !== 'open')
    return (
      <span className="stacked">
        <StateWords mark={ended[status]} label={statusLabels[status]} />
        {concludedOn ? (
          <span className="quiet">
            {shortDay(concludedOn, today)}，用了{usedDays}个工作日
          </span>
        ) : null}
      </span>
    )
  const due = { leftDays: left ?? 0, isOver: today > dueOn, isToday: today === dueOn }
  return (
    <span className="stacked">
      <StateWords mark={marks[urgencyOf(due)]} label={statusLabels.open} />
      <span className="quiet">
        {leftWords(due)}，{shortDay(dueOn, today)}
      </span>
    </span>
  )
}
