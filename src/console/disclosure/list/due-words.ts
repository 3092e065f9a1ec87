import type { PlainDate } from '../../../days/plain-date.ts'
import type { DaysLeft } from '../../../disclosure/deadline.ts'
import type { EditionStatus } from '../../../disclosure/edition.ts'
import type { RecordItem } from '../../../disclosure/record-view.ts'

type DayUrgency = 'late' | 'today' | 'soon' | 'calm'

const onTheWay: readonly EditionStatus[] = ['drafting', 'reviewing', 'signed', 'scheduled']
export const isOnTheWay = (status: EditionStatus): boolean => onTheWay.includes(status)

/** How pressing a day is: three days before it, counted as the law counts, it is soon. */
export function dayUrgency(day: PlainDate, left: DaysLeft, today: PlainDate): DayUrgency {
  // Between a last day and the next working day no working day has passed, and yet it is over.
  if (day < today) return 'late'
  return day === today ? 'today' : left.count <= 3 ? 'soon' : 'calm'
}

/** 还剩3个工作日 */
export function leftDaysWords(day: PlainDate, { count, unit }: DaysLeft, today: PlainDate): string {
  const days = `${Math.abs(count)}${unit === 'workingDays' ? '个工作日' : '天'}`
  if (day === today) return '今天到期'
  if (day < today) return count === 0 ? '已经超期' : `已超期${days}`
  return `还剩${days}`
}

/** The gravest of its two clocks while it is on the way; calm afterwards. */
export function rowUrgency(clocks: RowClocks, today: PlainDate): DayUrgency {
  const { status, publishBy, publishLeft, stepDueOn, stepLeft } = clocks
  const publish = publishBy && publishLeft && isOnTheWay(status) ? [dayUrgency(publishBy, publishLeft, today)] : []
  const step = stepDueOn && stepLeft ? [dayUrgency(stepDueOn, stepLeft, today)] : []
  const urgencies = [...publish, ...step]
  return (['late', 'today', 'soon'] as const).find((each) => urgencies.includes(each)) ?? 'calm'
}

type RowClocks = Pick<RecordItem, 'status' | 'publishBy' | 'publishLeft' | 'stepDueOn' | 'stepLeft'>
