import { type Calendar, dayKind, isWorkingDay } from '../calendar/calendar.ts'
import { signedWorkingDays } from '../calendar/working-days.ts'
import { chineseDate, isPlainDate, type PlainDate } from '../days/plain-date.ts'
import type { StepName } from './step-inputs.ts'

const dayFields: readonly string[] = ['dueOn', 'until']

/** What to mind of the days that a step gives: shorter than the organ usually gives, or ending on a day of rest. */
export function remarksOn(
  name: StepName,
  input: Readonly<Record<string, unknown>>,
  { calendar, today, usual }: { readonly calendar: Calendar; readonly today: PlainDate; readonly usual: number },
): string[] {
  return Object.entries(input).flatMap(([field, value]) => {
    if (!dayFields.includes(field) || typeof value !== 'string' || !isPlainDate(value)) return []
    const given = signedWorkingDays(calendar, today, value)
    return [
      ...(name === 'requestSupplement' && given < usual
        ? [`给申请人的补正期限只有${given}个工作日，少于本机关通常给的${usual}个工作日，请确认是否合理`]
        : []),
      ...(isWorkingDay(calendar, value)
        ? []
        : [`${chineseDate(value)}是${dayKind(calendar, value).label}，不是工作日，请确认`]),
    ]
  })
}
