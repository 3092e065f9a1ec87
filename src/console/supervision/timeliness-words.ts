import type { PlainDate } from '../../days/plain-date.ts'
import type { TimelinessFigures } from '../../supervision/timeliness/timeliness.ts'
import { type Span, spanOr } from '../../supervision/timeliness/wanted.ts'
import { dayIn } from '../fields/typed-day.ts'

/** The span in the address; what is no day there counts as missing. */
export const spanOf = (wanted: Readonly<Record<string, string | undefined>>, today: PlainDate): Span =>
  spanOr(today, { from: dayIn(wanted.from), to: dayIn(wanted.to) })

/** Working days to one place, or a dash where none is known. */
export const daysWords = (days: number | null): string => (days === null ? '—' : String(Math.round(days * 10) / 10))

/** The figures of a span, each with its name; of what is not judged no share is told. */
export function sumWords({ published, inTime, late, medianDays }: TimelinessFigures) {
  const judged = inTime + late
  return [
    { label: '发布', value: `${published}条`, isLate: false },
    {
      label: '按期',
      value: judged === 0 ? '—' : `${inTime}条（${Math.round((100 * inTime) / judged)}%）`,
      isLate: false,
    },
    { label: '逾期', value: `${late}条`, isLate: late > 0 },
    {
      label: '形成至公开（中位数）',
      value: medianDays === null ? '—' : `${daysWords(medianDays)}个工作日`,
      isLate: false,
    },
  ]
}
