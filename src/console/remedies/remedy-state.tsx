import type { PlainDate } from '../../days/plain-date.ts'
import { type CaseStatus, caseStatusLabels } from '../../remedies/cases/case.ts'
import type { LimitView } from '../../remedies/cases/case-view.ts'
import { leftWords, type Urgency, urgencyOf } from '../requests/queue/due-words.ts'
import { useMe } from '../session/me.ts'
import { type Mark, StateWords } from '../states/state-mark.tsx'
import { shortDay } from '../words.ts'

const marks: Readonly<Record<CaseStatus, Mark>> = {
  open: ['underWay', '●'],
  suspended: ['soon', '▲'],
  decided: ['done', '✓'],
  cancelled: ['quiet', '○'],
}

/** How a case stands. */
export const CaseState = ({ status }: { readonly status: CaseStatus }) => (
  <StateWords mark={marks[status]} label={caseStatusLabels[status]} />
)

const urgencies: Readonly<Record<Urgency, Mark>> = {
  late: ['late', '■'],
  today: ['late', '◆'],
  soon: ['soon', '▲'],
  calm: ['underWay', '●'],
}

/** By when something is to be done, or when it was, and whether in time. */
export function LimitState({ limit: { dueOn, doneOn, isOver, left } }: { readonly limit: LimitView }) {
  const { today } = useMe()
  if (doneOn !== null) {
    const isLate = doneOn > dueOn
    const label = `${shortDay(doneOn, today)}办理${isLate ? '，超过期限' : ''}`
    return <StateWords mark={isLate ? ['late', '■'] : ['done', '✓']} label={label} />
  }
  if (isOver) return <StateWords mark={['quiet', '○']} label="已过" />
  const due = { leftDays: left, isOver: today > dueOn, isToday: today === dueOn }
  return <StateWords mark={urgencies[urgencyOf(due)]} label={leftWords(due)} />
}

/** The same in a list, where only the day is known. */
export function DueOn({ dueOn, what }: { readonly dueOn: PlainDate; readonly what: string }) {
  const { today } = useMe()
  return (
    <span className="stacked">
      <StateWords
        mark={today > dueOn ? urgencies.late : today === dueOn ? urgencies.today : urgencies.calm}
        label={`${today > dueOn ? '已逾期' : '至'}${shortDay(dueOn, today)}`}
      />
      <span className="quiet">{what}</span>
    </span>
  )
}
