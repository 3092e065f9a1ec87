import { z } from 'zod'
import { PlainDate } from '../days/plain-date.ts'
import { genres } from '../law/genres.ts'
import { emptyText, Text } from '../text/text.ts'
import { RecordTypeId, subjectCategories } from './record-type.ts'

const words = (max: number) => z.string().trim().max(max, `不超过${max}个字`)
const day = PlainDate.nullable()

export const Attachment = z.strictObject({
  fileId: z.uuid(),
  name: z.string().min(1).max(300),
  size: z.int().positive(),
  contentType: z.string().max(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** What a reader gets who cannot use the file: the same in words, or where to ask. */
  alternative: words(2000),
})
export type Attachment = z.infer<typeof Attachment>

/** What the edition does to the record once it is published. Withdrawal and repeal are reviewed like any text. */
export const Act = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('publish') }),
  z.strictObject({
    kind: z.literal('correct'),
    reason: words(1000),
    /** 隐去原文: set when no earlier text may be read in public any more, and why. */
    hideReason: words(1000).optional(),
    /** The day on which the information itself changed, from which art. 26 counts; unset where only a mistake is mended. */
    changedOn: PlainDate.nullable().optional(),
  }),
  z.strictObject({ kind: z.literal('withdraw'), reason: words(1000) }),
  z.strictObject({ kind: z.literal('repeal'), reason: words(1000), on: day, by: words(300) }),
])
export type Act = z.infer<typeof Act>
export const ActKind = z.enum(['publish', 'correct', 'withdraw', 'repeal'] as const satisfies readonly Act['kind'][])
export type ActKind = z.infer<typeof ActKind>
export const actLabels: Readonly<Record<ActKind, string>> = {
  publish: '发布',
  correct: '更正',
  withdraw: '撤回',
  repeal: '废止',
}

export const disclosureAttributes = [
  { id: 'proactive', label: '主动公开' },
  { id: 'onRequest', label: '依申请公开' },
  { id: 'notDisclosed', label: '不予公开' },
] as const

export const originalities = [
  { id: 'original', label: '原创' },
  { id: 'repost', label: '转载' },
  { id: 'other', label: '其他' },
] as const

/** All of a revision: what is typed, what is signed, what is published. A draft may still lack things. */
export const Content = z.strictObject({
  act: Act,
  type: RecordTypeId,
  columnId: z.string().min(1).max(40),
  title: words(500),
  documentNumber: words(100),
  issuingOrgan: words(200),
  subjectCategory: z.enum(['', ...subjectCategories]),
  genre: z.enum(genres),
  keywords: z.array(words(50)).max(20, '最多20个关键词'),
  summary: words(2000),
  /** 成文日期: the day on which it was formed or changed, from which art. 26 counts. */
  madeOn: day,
  effectiveFrom: day,
  /** The last day in force. */
  validUntil: day,
  art20Item: z.int().min(1).max(15).nullable(),
  attribute: z.enum(['proactive', 'onRequest', 'notDisclosed']),
  attributeReason: words(1000),
  originality: z.enum(['original', 'repost', 'other']),
  sourceName: words(200),
  sourceUrl: words(1000),
  /** The record that this one interprets. */
  interprets: z.uuid().nullable(),
  fields: z.record(z.string().max(40), words(2000)),
  text: Text,
  attachments: z.array(Attachment).max(50, '最多50个附件'),
})
export type Content = z.infer<typeof Content>

/** Every part of a content but its text, as people call it. */
export const fieldLabels = {
  title: '标题',
  documentNumber: '文号',
  issuingOrgan: '发文机关',
  columnId: '栏目',
  subjectCategory: '主题分类',
  genre: '体裁',
  keywords: '关键词',
  summary: '内容概述',
  madeOn: '成文日期',
  effectiveFrom: '施行日期',
  validUntil: '有效期至',
  art20Item: '条例第二十条事项',
  attribute: '公开属性',
  attributeReason: '公开属性的理由',
  originality: '原创或转载',
  sourceName: '来源',
  sourceUrl: '来源网址',
  interprets: '所解读的文件',
  act: '办理事项',
  fields: '其他字段',
  attachments: '附件',
} as const satisfies Partial<Record<keyof Content, string>>

/** 发文机关, which of a repost is never the one that publishes it. */
export const issuerLabel = ({ originality }: Pick<Content, 'originality'>): string =>
  originality === 'repost' ? '原发文机关' : fieldLabels.issuingOrgan

/** What a new draft of a type begins with. Who issued what is taken over from elsewhere nobody knows yet. */
export const blankContent = (
  type: {
    readonly id: Content['type']
    readonly genre: Content['genre']
    readonly columnId: string
    readonly art20Item: number | null
  },
  organName: string,
): Content => ({
  act: { kind: 'publish' },
  type: type.id,
  columnId: type.columnId,
  title: '',
  documentNumber: '',
  issuingOrgan: type.id === 'repost' ? '' : organName,
  subjectCategory: '',
  genre: type.genre,
  keywords: [],
  summary: '',
  madeOn: null,
  effectiveFrom: null,
  validUntil: null,
  art20Item: type.art20Item,
  attribute: 'proactive',
  attributeReason: '',
  originality: type.id === 'repost' ? 'repost' : 'original',
  sourceName: '',
  sourceUrl: '',
  interprets: null,
  fields: {},
  text: emptyText,
  attachments: [],
})

/** What leaves the public or its force goes as it is: nobody completes it first. */
export const isGoing = ({ kind }: Content['act']): boolean => kind === 'withdraw' || kind === 'repeal'

/** Correcting or withdrawing the text brings no repealed document back into force. */
export const keepsRepeal = ({ kind }: Content['act']): boolean => kind === 'correct' || kind === 'withdraw'
