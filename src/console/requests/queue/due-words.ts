import type { Due } from '../../../requests/case-view.ts'

export type Urgency = 'late' | 'today' | 'soon' | 'calm'

type Left = Pick<Due, 'leftDays' | 'isOver' | 'isToday'>

/** How pressing it is: three working days before the last one it is soon. */
export function urgencyOf({ leftDays, isOver, isToday }: Left): Urgency {
  if (isOver) return 'late'
  return isToday ? 'today' : leftDays <= 3 ? 'soon' : 'calm'
}

/** 还剩 3 个工作日 */
export function leftWords({ leftDays, isOver, isToday }: Left): string {
  // Between a last day and the next working day no working day has passed, and yet it is over.
  if (isOver) return leftDays === 0 ? '已经逾期' : `已逾期 ${-leftDays} 个工作日`
  return isToday ? '今天到期' : `还剩 ${leftDays} 个工作日`
}
