import { daysBetween, type PlainDate } from '../../../calendar/plain-date.ts'
import type { EditionStatus } from '../../../disclosure/edition.ts'
import type { RecordItem } from '../../../disclosure/record-view.ts'

type DayUrgency = 'late' | 'today' | 'soon' | 'calm'

const onTheWay: readonly EditionStatus[] = ['drafting', 'reviewing', 'signed', 'scheduled']
export const isOnTheWay = (status: EditionStatus): boolean => onTheWay.includes(status)

/** How far off a day is, in calendar days. */
export function dayUrgency(day: PlainDate, today: PlainDate): DayUrgency {
  const left = daysBetween(today, day)
  return left < 0 ? 'late' : left === 0 ? 'today' : left <= 3 ? 'soon' : 'calm'
}

/** 还剩3天 */
export function leftDaysWords(day: PlainDate, today: PlainDate): string {
  const left = daysBetween(today, day)
  if (left === 0) return '今天到期'
  return left < 0 ? `已超期${-left}天` : `还剩${left}天`
}

/** The gravest of its two clocks while it is on the way; calm afterwards. */
export function rowUrgency({ status, publishBy, stepDueOn }: RowClocks, today: PlainDate): DayUrgency {
  const days = isOnTheWay(status) ? [publishBy, stepDueOn] : [stepDueOn]
  const urgencies = days.flatMap((day) => (day ? [dayUrgency(day, today)] : []))
  return (['late', 'today', 'soon'] as const).find((each) => urgencies.includes(each)) ?? 'calm'
}

type RowClocks = Pick<RecordItem, 'status' | 'publishBy' | 'stepDueOn'>
