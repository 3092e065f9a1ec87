import { z } from 'zod'
import { applicantKinds } from '../law/report-format-2021.ts'
import { sortedBy, span, WhoseOrNone, Words } from '../lists/wanted.ts'
import { Role } from '../organs/role.ts'
import { requestChannelIds } from './request-channel.ts'
import { RequestStatus } from './request-status.ts'

export const requestViews = ['queue', 'arrived', 'approving', 'concluded', 'all'] as const
export type RequestViewName = (typeof requestViews)[number]

/** The days of a request by which a list is narrowed. */
export const requestDays = [
  { id: 'arrivedOn', label: '到达日期' },
  { id: 'receivedOn', label: '收到日期' },
  { id: 'dueOn', label: '办理期限' },
  { id: 'concludedOn', label: '办结日期' },
] as const

export const requestSorts = [
  { id: 'arrivedOn', label: '到达日期' },
  { id: 'dueOn', label: '办理期限' },
  { id: 'concludedOn', label: '办结日期' },
  { id: 'status', label: '状态' },
  { id: 'unit', label: '承办科室' },
] as const

/** What narrows and orders a list of requests. */
export const WantedRequests = z.strictObject({
  view: z.enum(requestViews).default('queue'),
  q: Words.default(''),
  status: RequestStatus.optional(),
  unit: WhoseOrNone,
  handler: WhoseOrNone,
  kind: z.enum(applicantKinds).optional(),
  channel: z.enum(requestChannelIds).optional(),
  outcome: z
    .string()
    .regex(/^[A-Za-z0-9]{1,60}$/, '没有这种办理结果')
    .optional(),
  /** Whose turn it is: that of whoever asks, or of a role. */
  turn: z.union([z.literal('mine'), Role]).optional(),
  day: z.enum(requestDays.map(({ id }) => id)).default('arrivedOn'),
  ...span,
  sort: sortedBy(requestSorts.map(({ id }) => id)),
})
export type WantedRequests = z.infer<typeof WantedRequests>
