import { z } from 'zod'
import { sortedBy, span, Words } from '../lists/wanted.ts'
import { Remedy } from './remedy.ts'

export const remedyViews = ['all', 'due', 'pending', 'concluded'] as const
export type RemedyViewName = (typeof remedyViews)[number]

/** The days of a case by which the register is narrowed. */
export const remedyDays = [
  { id: 'filedOn', label: '受理、立案日期' },
  { id: 'concludedOn', label: '审结日期' },
] as const

export const remedySorts = [
  { id: 'number', label: '案号' },
  { id: 'kind', label: '案件类型' },
  { id: 'filedOn', label: '受理、立案日期' },
  { id: 'concludedOn', label: '审结日期' },
  { id: 'dueOn', label: '期限' },
] as const

/** Whether a case is worked on here, or came with a workbook. */
export const remedyOrigins = [
  { id: 'registered', label: '在本系统登记' },
  { id: 'imported', label: '台账导入' },
] as const

/** Whether a case is counted in the report of the organ. */
export const countings = [
  { id: 'counted', label: '计入年度报告' },
  { id: 'coDefendant', label: '仅为共同被告，不计入' },
] as const

/** What narrows and orders the register of disputes. */
export const WantedRemedies = z.strictObject({
  view: z.enum(remedyViews).default('all'),
  q: Words.default(''),
  kind: Remedy.shape.kind.optional(),
  result: Remedy.shape.result.unwrap().optional(),
  origin: z.enum(remedyOrigins.map(({ id }) => id)).optional(),
  counting: z.enum(countings.map(({ id }) => id)).optional(),
  day: z.enum(remedyDays.map(({ id }) => id)).default('filedOn'),
  ...span,
  sort: sortedBy(remedySorts.map(({ id }) => id)),
})
export type WantedRemedies = z.infer<typeof WantedRemedies>
