import type { PlainDate } from '../../../calendar/plain-date.ts'
import { useMe } from '../../session/me.ts'
import { shortDay } from '../../words.ts'
import { dayUrgency, leftDaysWords } from './due-words.ts'

const shapes = { late: '■', today: '◆', soon: '▲', calm: '' } as const

/** A day by which something must be done, and how far off it is. */
export function DayDue({ day }: { day: PlainDate | null }) {
  const { today } = useMe()
  if (!day) return <span className="quiet">—</span>
  const urgency = dayUrgency(day, today)
  return (
    <span className="due-text" data-urgency={urgency}>
      <span className="due-left">
        {shapes[urgency] ? <span aria-hidden="true">{shapes[urgency]} </span> : null}
        {leftDaysWords(day, today)}
      </span>
      <span className="quiet">{shortDay(day, today)}</span>
    </span>
  )
}
