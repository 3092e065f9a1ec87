import type { CSSProperties } from 'react'
import { chineseDate, chineseWeekday } from '../../../days/plain-date.ts'
import type { ClockView, StripDay } from '../../../requests/case-view.ts'
import { pausedWords } from '../../../requests/pause.ts'

const kindWords: Readonly<Record<StripDay['kind'], string>> = {
  start: '起算日，不计入',
  counted: '工作日',
  weekend: '周末',
  holiday: '放假',
  makeUpWorkday: '调休上班',
  localClosure: '本地停工',
  excluded: '不计入期限',
}

/** What one cell says: 2026年11月24日 周二，第17个工作日. */
export const dayWords = ({ day, kind, label, number, isToday, isDue }: StripDay): string =>
  [
    `${chineseDate(day)} 周${chineseWeekday(day)}`,
    number === null ? label || kindWords[kind] : `第${number}个工作日${kind === 'makeUpWorkday' ? '（调休上班）' : ''}`,
    isToday ? '今天' : '',
    isDue ? '期限届满' : '',
  ]
    .filter(Boolean)
    .join('，')

/** 第 17 个工作日，还剩 3 个 */
export const countWords = (clock: ClockView): string => {
  const { usedDays, leftDays, allowedDays, isOver, isPaused } = clock
  if (isOver) return `${allowedDays}个工作日已满，${leftDays === 0 ? '已经逾期' : `逾期 ${-leftDays} 个工作日`}`
  const left = leftDays === 0 ? '今天届满' : `还剩 ${leftDays} 个`
  return `已计 ${usedDays} 个工作日，${left}${isPaused ? `（${pausedWords(clock)}中，暂不计算）` : ''}`
}

interface Month {
  readonly month: string
  readonly days: readonly StripDay[]
}

function byMonth(days: readonly StripDay[]): Month[] {
  const groups = Map.groupBy(days, ({ day }) => day.slice(0, 7))
  return [...groups].map(([month, days]) => ({ month, days }))
}

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
