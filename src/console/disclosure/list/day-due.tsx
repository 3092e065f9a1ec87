import type { PlainDate } from '../../../days/plain-date.ts'
import type { DaysLeft } from '../../../disclosure/deadline.ts'
import { urgencyTones } from '../../requests/queue/due-text.tsx'
import { useMe } from '../../session/me.ts'
import { shortDay } from '../../words.ts'
import { dayUrgency, leftDaysWords } from './due-words.ts'

const shapes = { late: '■', today: '◆', soon: '▲', calm: '' } as const

/** A day by which something must be done, and how far off it is as the law counts. */
export function DayDue({ day, left }: { day: PlainDate | null; left: DaysLeft | null }) {
  const { today } = useMe()
  if (!day || !left) return <span className="quiet">—</span>
  const urgency = dayUrgency(day, left, today)
  return (
    <span className="due-text">
      <span className="due-left" data-tone={urgencyTones[urgency]}>
        {shapes[urgency] ? <span aria-hidden="true">{shapes[urgency]} </span> : null}
        {leftDaysWords(day, left, today)}
      </span>
      <span className="quiet">{shortDay(day, today)}</span>
    </span>
  )
}
