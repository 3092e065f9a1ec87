import { z } from 'zod'
import { originalities } from '../../disclosure/content.ts'
import { RecordTypeId } from '../../disclosure/record-type.ts'
import { genres } from '../../law/genres.ts'
import { validityIds } from '../../law/validity.ts'

const Day = z.string().meta({ format: 'date', example: '2026-11-20' })
const Instant = z.string().meta({ format: 'date-time' })
const Url = z.string().meta({ format: 'uri' })
export const Problem = z.object({ code: z.string(), message: z.string(), article: z.string().optional() })

export const Item = z.object({
  organ: z.object({ slug: z.string(), name: z.string() }),
  number: z.string().meta({ description: '网址中的编号', example: '2026-00017' }),
  title: z.string(),
  documentNumber: z.string().meta({ description: '发文字号，没有的为空' }),
  type: RecordTypeId,
  column: z.string(),
  madeOn: Day.nullable().meta({ description: '成文日期' }),
  effectiveFrom: Day.nullable(),
  validUntil: Day.nullable(),
  repealedOn: Day.nullable(),
  validity: z.enum(validityIds).nullable().meta({ description: '今天的有效性；没有有效性的信息为空' }),
  validityReason: z.string().nullable().meta({ description: '自哪一天起失效、废止或者施行，为什么；现行有效的为空' }),
  firstPublishedAt: Instant,
  changedAt: Instant,
  url: Url,
})
const Link = z.object({ number: z.string(), title: z.string(), type: RecordTypeId, url: Url })
export const Whole = Item.extend({
  indexNumber: z.string().meta({ description: '索引号' }),
  edition: z.number().int(),
  typeLabel: z.string(),
  issuingOrgan: z.string(),
  subjectCategory: z.string(),
  genre: z.enum(genres),
  keywords: z.array(z.string()),
  summary: z.string(),
  art20Item: z.number().int().nullable().meta({ description: '条例第二十条的项' }),
  originality: z.enum(originalities.map(({ id }) => id)),
  source: z.object({ name: z.string(), url: z.string() }).nullable(),
  fields: z.record(z.string(), z.string()),
  text: z.string().meta({ description: '正文，纯文本，每段一行' }),
  attachments: z.array(
    z.object({
      name: z.string(),
      url: Url,
      size: z.number().int(),
      contentType: z.string(),
      sha256: z.string(),
      alternative: z.string().meta({ description: '无障碍说明' }),
    }),
  ),
  correction: z
    .object({
      correctedAt: Instant,
      reason: z.string(),
      hideReason: z.string().nullable().meta({ description: '更正前的原文已经隐去的，隐去的理由；没有隐去的为空' }),
    })
    .nullable()
    .meta({ description: '现在的文本是更正过的，何时、为何更正' }),
  interprets: Link.nullable(),
  linked: z.array(Link).meta({ description: '解读和回应' }),
  files: z.array(z.object({ form: z.enum(['pdf', 'docx']), url: Url })),
})
export const Withdrawn = z.object({
  code: z.literal('withdrawn'),
  message: z.string(),
  title: z.string(),
  withdrawnAt: Instant,
  reason: z.string(),
})
const Other = z.object({
  kind: z.enum(['document', 'report']).meta({ description: '只在规范性文件库中登记的文件，或者年度报告' }),
  organ: z.object({ slug: z.string(), name: z.string() }),
  title: z.string(),
  documentNumber: z.string(),
  day: Day.meta({ description: '成文日期；年度报告的公布日期' }),
  url: Url,
})
const DirectPage = z.object({ title: z.string(), about: z.string(), url: Url })
export const Hits = z.object({
  total: z.number().int().meta({ description: 'records和others各页合计' }),
  isLoose: z.boolean().meta({ description: '没有完整包含搜索词的，按其中的词查找' }),
  records: z.array(Item.extend({ excerpt: z.string() })),
  others: z.array(Other).meta({ description: '这一页中不是公开信息页面的：规范性文件库的文件、年度报告' }),
  direct: z.array(DirectPage).meta({ description: '直达：机关、栏目、指南、年度报告等页面' }),
  page: z.number().int(),
})
