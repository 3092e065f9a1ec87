import { z } from 'zod'
import { originalities } from '../../disclosure/content.ts'
import { RecordTypeId } from '../../disclosure/record-type.ts'
import { genres } from '../../law/genres.ts'
import { validityIds } from '../../law/validity.ts'

const Day = z.string().meta({ format: 'date', example: '2026-11-20' })
const Instant = z.string().meta({ format: 'date-time' })
const Url = z.string().meta({ format: 'uri' })
export const Problem = z.object({
  code: z.string().meta({ description: '固定的代码，供程序判断' }),
  message: z.string().meta({ description: '给人看的说明' }),
  article: z.string().optional().meta({ description: '条例的条款' }),
})
const OrganName = z
  .object({ slug: z.string().meta({ description: '网址中的代号' }), name: z.string().meta({ description: '全称' }) })
  .meta({ description: '公开这条信息的机关' })

export const Item = z.object({
  organ: OrganName,
  number: z.string().meta({ description: '网址中的编号', example: '2026-00017' }),
  title: z.string().meta({ description: '标题' }),
  documentNumber: z.string().meta({ description: '发文字号，没有的为空' }),
  type: RecordTypeId.meta({ description: '信息类型' }),
  column: z.string().meta({ description: '栏目，网址中的代号' }),
  madeOn: Day.nullable().meta({ description: '成文日期' }),
  effectiveFrom: Day.nullable().meta({ description: '施行日期，没有的为空' }),
  validUntil: Day.nullable().meta({ description: '有效期的最后一天，没有的为空' }),
  repealedOn: Day.nullable().meta({ description: '废止日期，没有废止的为空' }),
  validity: z.enum(validityIds).nullable().meta({ description: '今天的有效性；没有有效性的信息为空' }),
  validityReason: z.string().nullable().meta({ description: '自哪一天起失效、废止或者施行，为什么；现行有效的为空' }),
  firstPublishedAt: Instant.meta({ description: '首次公开的时间' }),
  changedAt: Instant.meta({ description: '最近变动的时间' }),
  url: Url.meta({ description: '网页的地址' }),
})
const Link = Item.pick({ number: true, title: true, type: true, url: true })
export const Whole = Item.extend({
  indexNumber: z.string().meta({ description: '索引号' }),
  edition: z.number().int().meta({ description: '公开过的第几版' }),
  typeLabel: z.string().meta({ description: '信息类型的名称' }),
  issuingOrgan: z.string().meta({ description: '发文机关' }),
  subjectCategory: z.string().meta({ description: '主题分类' }),
  genre: z.enum(genres).meta({ description: '体裁分类' }),
  keywords: z.array(z.string()).meta({ description: '关键词' }),
  summary: z.string().meta({ description: '内容概述，没有的为空' }),
  art20Item: z.number().int().nullable().meta({ description: '条例第二十条的项' }),
  originality: z.enum(originalities.map(({ id }) => id)).meta({ description: '原创还是转载' }),
  source: z
    .object({
      name: z.string().meta({ description: '来源的名称' }),
      url: z.string().meta({ description: '原文的网址，没有的为空' }),
    })
    .nullable()
    .meta({ description: '转载的来源；不是转载的为空' }),
  fields: z.record(z.string(), z.string()).meta({ description: '只有这一类信息才有的项目' }),
  text: z.string().meta({ description: '正文，纯文本，每段一行' }),
  attachments: z.array(
    z.object({
      name: z.string().meta({ description: '文件名' }),
      url: Url.meta({ description: '下载的地址' }),
      size: z.number().int().meta({ description: '字节数' }),
      contentType: z.string().meta({ description: '文件类型' }),
      sha256: z.string().meta({ description: '文件的校验值' }),
      alternative: z.string().meta({ description: '无障碍说明' }),
    }),
  ),
  correction: z
    .object({
      correctedAt: Instant.meta({ description: '更正的时间' }),
      reason: z.string().meta({ description: '更正的理由' }),
      hideReason: z.string().nullable().meta({ description: '更正前的原文已经隐去的，隐去的理由；没有隐去的为空' }),
    })
    .nullable()
    .meta({ description: '现在的文本是更正过的，何时、为何更正' }),
  interprets: Link.nullable().meta({ description: '所解读、回应的文件' }),
  linked: z.array(Link).meta({ description: '解读和回应' }),
  files: z
    .array(
      z.object({
        form: z.enum(['pdf', 'docx']).meta({ description: '格式' }),
        url: Url.meta({ description: '下载的地址' }),
      }),
    )
    .meta({ description: '全文的文件' }),
})
export const Withdrawn = z.object({
  code: z.literal('withdrawn').meta({ description: '已经撤回' }),
  message: z.string().meta({ description: '给人看的说明' }),
  title: z.string().meta({ description: '标题' }),
  withdrawnAt: Instant.meta({ description: '撤回的时间' }),
  reason: z.string().meta({ description: '撤回的理由' }),
})
const Other = z.object({
  kind: z.enum(['document', 'report']).meta({ description: '只在规范性文件库中登记的文件，或者年度报告' }),
  organ: OrganName,
  title: z.string().meta({ description: '标题' }),
  documentNumber: z.string().meta({ description: '发文字号，没有的为空' }),
  day: Day.meta({ description: '成文日期；年度报告的公布日期' }),
  url: Url.meta({ description: '网页的地址' }),
})
const DirectPage = z.object({
  title: z.string().meta({ description: '页面的名称' }),
  about: z.string().meta({ description: '页面属于哪个机关、是什么' }),
  url: Url.meta({ description: '网页的地址' }),
})
export const Hits = z.object({
  total: z.number().int().meta({ description: 'records和others各页合计' }),
  isLoose: z.boolean().meta({ description: '没有完整包含搜索词的，按其中的词查找' }),
  records: z
    .array(Item.extend({ excerpt: z.string().meta({ description: '找到的词所在的文字' }) }))
    .meta({ description: '这一页的信息' }),
  others: z.array(Other).meta({ description: '这一页中不是公开信息页面的：规范性文件库的文件、年度报告' }),
  direct: z.array(DirectPage).meta({ description: '直达：机关、栏目、指南、年度报告等页面' }),
  page: z.number().int().meta({ description: '第几页' }),
})
