import { z } from 'zod'
import { sortedBy, span, WhoseOrNone, Words } from '../lists/wanted.ts'
import { Publication } from './publication.ts'

export const publicationViews = ['all', 'standing', 'withdrawn', 'mustGo', 'doubtful'] as const
export type PublicationViewName = (typeof publicationViews)[number]

/** The days of what stands on a channel by which the ledger is narrowed. */
export const publicationDays = [
  { id: 'publishedOn', label: '发布日期' },
  { id: 'withdrawnOn', label: '撤下日期' },
  { id: 'formedOn', label: '信息形成日期' },
] as const

export const publicationSorts = [
  { id: 'title', label: '标题' },
  { id: 'channel', label: '渠道' },
  { id: 'publishedOn', label: '发布日期' },
  { id: 'originality', label: '原创或转载' },
] as const

/** What narrows and orders the ledger of what stood where. */
export const WantedPublications = z.strictObject({
  view: z.enum(publicationViews).default('all'),
  channelId: z.uuid('没有这个渠道').optional(),
  kind: Publication.shape.kind.optional(),
  originality: Publication.shape.originality.optional(),
  /** A column, or `none` for what is linked to no record. */
  columnId: z.string().max(40).optional(),
  /** Of the record; what is linked to none is nobody's. */
  unit: WhoseOrNone,
  recordId: z.uuid('没有这条信息').optional(),
  q: Words.default(''),
  day: z.enum(publicationDays.map(({ id }) => id)).default('publishedOn'),
  ...span,
  sort: sortedBy(publicationSorts.map(({ id }) => id)),
})
export type WantedPublications = z.infer<typeof WantedPublications>
