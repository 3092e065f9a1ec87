import type { CSSProperties } from 'react'
import { chineseDate } from '../../../days/plain-date.ts'
import type { ClockView, StripDay } from '../../../requests/case-view.ts'
import { byMonth, countWords, dayWords } from './clock-words.ts'

/** Picture 1: one cell a day from receipt to the due day, month by month. */
export function ClockStrip({ clock, isConcluded }: { clock: ClockView; isConcluded: boolean }) {
  const today = clock.days.find(({ isToday }) => isToday)?.day
  return (
    <figure className="strip">
      <div
        role="img"
        aria-label={`办理期限日历条：${isConcluded ? '已经办结' : countWords(clock)}，期限为${chineseDate(clock.dueOn)}`}
      >
        {byMonth(clock.days).map(({ month, days }) => (
          <div className="strip-month" key={month}>
            <span className="strip-label">
              {month.slice(0, 4)}年<b>{Number(month.slice(5))}月</b>
            </span>
            <span className="strip-days">
              {days.map((day) => (
                <Cell key={day.day} day={day} isPast={today === undefined || day.day <= today} />
              ))}
            </span>
          </div>
        ))}
      </div>
      {isConcluded ? null : (
        <figcaption className="strip-count" data-tone={clock.isOver ? 'late' : undefined}>
          {countWords(clock)}
        </figcaption>
      )}
    </figure>
  )
}

function Cell({ day, isPast }: { day: StripDay; isPast: boolean }) {
  return (
    <span
      className="strip-day"
      data-kind={day.kind}
      data-counts={day.number !== null}
      data-past={isPast}
      data-today={day.isToday}
      data-due={day.isDue}
      title={dayWords(day)}
      style={{ '--date': Number(day.day.slice(8)) } as CSSProperties}
    >
      <span className="strip-date">{Number(day.day.slice(8))}</span>
      <span className="strip-number">
        {day.isToday ? '今' : day.isDue ? '届满' : day.kind === 'start' ? '收' : (day.number ?? '')}
      </span>
    </span>
  )
}
