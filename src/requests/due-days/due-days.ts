import { z } from 'zod'
import { addDays, type PlainDate, plainDate } from '../../days/plain-date.ts'
import type { Due } from '../case-view.ts'

/** Whose days are shown: those that one handles, those of one's unit, all. */
export const whoseDays = [
  { id: 'own', label: '我承办的' },
  { id: 'unit', label: '本科室的' },
  { id: 'organ', label: '全机关的' },
] as const

const Month = z.string().regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/, '月份写法如 2026-03')

export const WantedDays = z.strictObject({
  /** The present one where none is said. */
  month: Month.optional(),
  whose: z.enum(whoseDays.map(({ id }) => id)).default('unit'),
})
export type WantedDays = z.infer<typeof WantedDays>

export const monthOf = (day: PlainDate): string => day.slice(0, 7)

/** The first and the last day of a month. */
export function daysOfMonth(month: string): { readonly from: PlainDate; readonly to: PlainDate } {
  const from = plainDate(`${month}-01`)
  // Thirty-one days on is always the next month.
  return { from, to: addDays(plainDate(`${monthOf(addDays(from, 31))}-01`), -1) }
}

/** The month so many months on. */
export function monthAfter(month: string, count: 1 | -1): string {
  const { from, to } = daysOfMonth(month)
  return monthOf(count === 1 ? addDays(to, 1) : addDays(from, -1))
}

/** What falls due on a day, in a word. */
export const dueKindLabels: Readonly<Record<Due['kind'], string>> = {
  confirmReceipt: '确认收到申请',
  answer: '答复',
  supplementByApplicant: '申请人补正',
  explainReasons: '申请人说明理由',
  delayedAnswer: '答复（延迟）',
  feePayment: '申请人缴费',
  reanswer: '重新答复',
}

export interface DueItem {
  readonly id: string
  readonly number: string
  readonly summary: string
  readonly what: string
  readonly unitName: string | null
  readonly handlerName: string | null
}

export interface DueDay {
  readonly on: PlainDate
  readonly isWorkingDay: boolean
  /** Why it is none, or why it is one although it is at a week's end; empty for what the week says. */
  readonly label: string
  readonly items: readonly DueItem[]
}

export interface DueMonth {
  readonly month: string
  readonly days: readonly DueDay[]
  readonly total: number
}
