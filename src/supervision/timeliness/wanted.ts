import { z } from 'zod'
import { type PlainDate, plainDate, yearOf } from '../../days/plain-date.ts'
import { RecordTypeId } from '../../disclosure/record-type.ts'
import { sortedBy, span, WhoseOrNone, Words } from '../../lists/wanted.ts'

export interface Span {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** The days between which something came out; without days of one's own from the first of January to today. */
export const spanOr = (
  today: PlainDate,
  { from, to }: { readonly from?: PlainDate | undefined; readonly to?: PlainDate | undefined },
): Span => ({ from: from ?? plainDate(`${yearOf(today)}-01-01`), to: to ?? today })

export const lateViews = ['all', 'unexplained', 'explained'] as const
export type LateViewName = (typeof lateViews)[number]

export const lateSorts = [
  { id: 'title', label: '标题' },
  { id: 'publishBy', label: '发布期限' },
  { id: 'publishedOn', label: '公开日期' },
  { id: 'overdueDays', label: '逾期天数' },
] as const

/** What narrows and orders the list of what came out late. */
export const WantedLate = z.strictObject({
  view: z.enum(lateViews).default('all'),
  columnId: z.string().max(40).optional(),
  unitId: WhoseOrNone,
  type: RecordTypeId.optional(),
  q: Words.default(''),
  ...span,
  sort: sortedBy(lateSorts.map(({ id }) => id)),
})
export type WantedLate = z.infer<typeof WantedLate>
