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

/** The days of a strip, month by month. */
export function byMonth(days: readonly StripDay[]): Month[] {
  const groups = Map.groupBy(days, ({ day }) => day.slice(0, 7))
  return [...groups].map(([month, days]) => ({ month, days }))
}
