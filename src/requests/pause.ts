import type { ClockView } from './case-view.ts'

/** How the clock calls the time that an applicant takes to explain (art. 35). */
export const explainingLabel = '等待申请人说明理由'
/** How it calls the time in which the fee is waited for. */
export const payingLabel = '等待申请人缴费'

/** What the days wait for that are left out of a period, each once: 征求意见, 等待申请人缴费. */
export const waitedFor = (excluded: ClockView['excluded']): string =>
  [
    ...new Set(excluded.map(({ label }) => (label === explainingLabel || label === payingLabel ? label : '征求意见'))),
  ].join('、')

/** What the clock of a request waits for today, in words; empty while it runs. */
export function pausedWords({ isPaused, excluded, days }: ClockView): string {
  if (!isPaused) return ''
  const today = days.find((each) => each.isToday)?.day
  const applicants = excluded.find(
    ({ label, from, to }) =>
      (label === explainingLabel || label === payingLabel) && today !== undefined && from <= today && today <= to,
  )
  return applicants?.label ?? '征求意见'
}
