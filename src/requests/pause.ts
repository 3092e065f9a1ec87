import type { ClockView } from './case-view.ts'

/** How the clock calls the time that an applicant takes to explain (art. 35). */
export const explainingLabel = '等待申请人说明理由'

/** What the clock of a request waits for today, in words; empty while it runs. */
export function pausedWords({ isPaused, excluded, days }: ClockView): string {
  if (!isPaused) return ''
  const today = days.find((each) => each.isToday)?.day
  const isExplaining = excluded.some(
    ({ label, from, to }) => label === explainingLabel && today !== undefined && from <= today && today <= to,
  )
  return isExplaining ? explainingLabel : '征求意见'
}
