import { z } from 'zod'
import { sortedBy, span, WhoseOrNone, Words } from '../lists/wanted.ts'
import { ActKind } from './content.ts'
import { editionStatuses } from './edition.ts'
import { RecordTypeId } from './record-type.ts'

export const recordViews = ['mine', 'open', 'late', 'live', 'all'] as const

/** The states by which a list is narrowed: what was taken back is no longer in public. */
export const wantedStatuses = [...editionStatuses, { id: 'withdrawn', label: '已撤回' }] as const

/** The days of an edition by which a list is narrowed. */
export const recordDays = [
  { id: 'publishedOn', label: '发布日期' },
  { id: 'madeOn', label: '信息形成日期' },
  { id: 'publishBy', label: '发布期限' },
  { id: 'stepDueOn', label: '审核期限' },
] as const

export const recordSorts = [
  { id: 'publishBy', label: '发布期限' },
  { id: 'stepDueOn', label: '审核期限' },
  { id: 'publishedOn', label: '发布日期' },
  { id: 'status', label: '状态' },
] as const

/** What narrows and orders a list of editions. */
export const WantedRecords = z.strictObject({
  view: z.enum(recordViews).default('mine'),
  q: Words.default(''),
  type: RecordTypeId.optional(),
  status: z.enum(wantedStatuses.map(({ id }) => id)).optional(),
  act: ActKind.optional(),
  column: z.string().min(1).max(40).optional(),
  unit: WhoseOrNone,
  day: z.enum(recordDays.map(({ id }) => id)).default('publishedOn'),
  ...span,
  sort: sortedBy(recordSorts.map(({ id }) => id)),
})
export type WantedRecords = z.infer<typeof WantedRecords>
