import { z } from 'zod'
import { sortedBy, span, WhoseOrNone, Words } from '../../lists/wanted.ts'
import { decisionKinds } from './decision-fields.ts'

export const decisionViews = ['all', 'open', 'late', 'withdraw'] as const
export type DecisionViewName = (typeof decisionViews)[number]

/** How a decision stands with the public, by which the register is narrowed; each stands in one way. */
export const decisionStates = [
  { id: 'quashed', label: '已撤销、变更' },
  { id: 'withdrawn', label: '已撤回' },
  { id: 'ranOut', label: '公示期满、仍在公示' },
  { id: 'public', label: '正在公示' },
  { id: 'underWay', label: '已起草公示文本' },
  { id: 'due', label: '应当公示、尚未公示' },
  { id: 'exempt', label: '不公示' },
  { id: 'unsaid', label: '未说明是否公示' },
] as const

/** The days of a decision by which the register is narrowed. */
export const decisionDays = [
  { id: 'decidedOn', label: '决定日期' },
  { id: 'publishedOn', label: '公示日期' },
  { id: 'shownUntil', label: '公示截止期' },
  { id: 'quashedOn', label: '撤销、变更日期' },
  { id: 'withdrawnOn', label: '撤回日期' },
] as const

export const decisionSorts = [
  { id: 'number', label: '文号' },
  { id: 'kind', label: '类别' },
  { id: 'decidedOn', label: '决定日期' },
  { id: 'publishedOn', label: '公示日期' },
  { id: 'unit', label: '承办科室' },
] as const

/** What narrows and orders the register of decisions. */
export const WantedDecisions = z.strictObject({
  view: z.enum(decisionViews).default('all'),
  q: Words.default(''),
  kind: z.enum(decisionKinds.map(({ id }) => id)).optional(),
  state: z.enum(decisionStates.map(({ id }) => id)).optional(),
  unit: WhoseOrNone,
  day: z.enum(decisionDays.map(({ id }) => id)).default('decidedOn'),
  ...span,
  sort: sortedBy(decisionSorts.map(({ id }) => id)),
})
export type WantedDecisions = z.infer<typeof WantedDecisions>
