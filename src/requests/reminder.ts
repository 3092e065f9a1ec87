import { z } from 'zod'
import { chineseDate, PlainDate } from '../days/plain-date.ts'
import type { Due } from './case-view.ts'
import { type ReminderKind, reminderKinds } from './store/reminders.ts'

/** Up to how many working days before the due day each reminder is for; the nearest one counts. */
const ahead: readonly { readonly kind: ReminderKind; readonly daysLeft: number; readonly label: string }[] = [
  { kind: 'oneDay', daysLeft: 1, label: '1个工作日内到期' },
  { kind: 'threeDays', daysLeft: 3, label: '3个工作日内到期' },
]

/** So many working days before the due day nothing is said yet. */
export const silentDays = Math.max(...ahead.map(({ daysLeft }) => daysLeft)) + 1

/** What is to be said of a due date today; undefined when it is far enough away, or others have to act. */
export function reminderFor({
  leftDays,
  kind,
  isOver,
  isToday,
}: Due): { kind: ReminderKind; label: string } | undefined {
  if (isOver) return { kind: 'overdue', label: '已经超过期限' }
  if (kind === 'supplementByApplicant' || kind === 'feePayment') return undefined
  if (isToday) return { kind: 'dueToday', label: '今天到期' }
  return ahead.find(({ daysLeft }) => leftDays <= daysLeft)
}

/** What a mail of a reminder tells of. */
export const ReminderAbout = z.object({
  kind: z.literal('requestReminder'),
  requestId: z.uuid(),
  reminder: z.enum(reminderKinds),
  dueOn: PlainDate,
})
export type ReminderAbout = z.infer<typeof ReminderAbout>

/** The mail of a reminder: number and date, nothing of who asks or for what. */
export const reminderMail = (number: string, { on, why }: Due, label: string) => ({
  subject: `【办理提醒】${number}${label}`,
  body: `${number}的办理期限为${chineseDate(on)}，${label}。\n${why}。\n请登录政府信息公开工作平台办理。此邮件由系统发出，请勿回复。`,
})
