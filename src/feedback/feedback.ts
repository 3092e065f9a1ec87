import { z } from 'zod'
import { PlainDate } from '../days/plain-date.ts'

/** What readers say of a page, as the form offers it. */
export const feedbackKinds = [
  { id: 'correction', label: '纠错', hint: '错别字、错误的数字、打不开的链接、过时的内容等' },
  { id: 'question', label: '咨询', hint: '看不明白、想了解的，如办事找谁、文件怎么理解' },
  { id: 'opinion', label: '意见建议', hint: '对公开工作的意见、建议、表扬' },
  { id: 'reportDoubt', label: '对年度报告的疑问', hint: '对政府信息公开工作年度报告内容的疑问' },
] as const

export const feedbackKindIds = ['correction', 'question', 'opinion', 'reportDoubt'] as const
export type FeedbackKind = (typeof feedbackKindIds)[number]

export const kindLabel = (id: FeedbackKind): string => feedbackKinds.find((kind) => kind.id === id)?.label ?? id

export const feedbackStatuses = ['open', 'answered', 'closed'] as const
export type FeedbackStatus = (typeof feedbackStatuses)[number]

export const statusLabels: Readonly<Record<FeedbackStatus, string>> = {
  open: '待答复',
  answered: '已答复',
  closed: '无须答复',
}

/** What somebody has said of a page, and how to reach them; what they left out is empty. */
export const Said = z.strictObject({ text: z.string(), name: z.string(), phone: z.string(), email: z.string() })
export type Said = z.infer<typeof Said>

/** Feedback as it stands, without its words and without who wrote them. */
export const Feedback = z.object({
  organId: z.int(),
  id: z.uuid(),
  number: z.string(),
  kind: z.enum(feedbackKindIds),
  /** Of the page on this site that it speaks of. */
  pagePath: z.string(),
  pageTitle: z.string(),
  /** Whose page it was when it came; null where the page names no unit. */
  pageUnitId: z.uuid().nullable(),
  status: z.enum(feedbackStatuses),
  unitId: z.uuid().nullable(),
  handlerId: z.uuid().nullable(),
  arrivedOn: PlainDate,
  dueOn: PlainDate,
  concludedOn: PlainDate.nullable(),
  usedDays: z.int().nullable(),
  lastSeq: z.int(),
})
export type Feedback = z.infer<typeof Feedback>
