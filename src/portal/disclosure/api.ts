import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { officeDay, type PlainDate } from '../../days/plain-date.ts'
import { originalities } from '../../disclosure/content.ts'
import { recordTypeIds, recordTypeOf } from '../../disclosure/record-type.ts'
import { findPublic, type LinkedRecord, type ListedRecord, listPublic } from '../../disclosure/store/public.ts'
import { mostHits } from '../../disclosure/store/search.ts'
import { genres } from '../../law/genres.ts'
import { validityIds, validityReason } from '../../law/validity.ts'
import { Organ } from '../../organs/organ.ts'
import { refusals } from '../../refusal.ts'
import { plainTextOf } from '../../text/plain.ts'
import type { Portal } from '../portal.ts'
import { addresses } from '../site.ts'
import { pageSize, validityOf } from './record-list.tsx'
import { find } from './search-routes.ts'
import { lastSearchPage } from './wanted.ts'

const Day = z.string().meta({ format: 'date', example: '2026-11-20' })
const Instant = z.string().meta({ format: 'date-time' })
const Url = z.string().meta({ format: 'uri' })
const Problem = z.object({ code: z.string(), message: z.string(), article: z.string().optional() })

const Item = z.object({
  organ: z.object({ slug: z.string(), name: z.string() }),
  number: z.string().meta({ description: '网址中的编号', example: '2026-00017' }),
  title: z.string(),
  documentNumber: z.string().meta({ description: '发文字号，没有的为空' }),
  type: z.enum(recordTypeIds),
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
const Link = z.object({ number: z.string(), title: z.string(), type: z.enum(recordTypeIds), url: Url })
const Whole = Item.extend({
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
const Withdrawn = z.object({
  code: z.literal('withdrawn'),
  message: z.string(),
  title: z.string(),
  withdrawnAt: Instant,
  reason: z.string(),
})

const text = (max: number) => z.string().trim().max(max)
const Page = z.coerce.number().int().min(1).max(100_000).default(1)
const Year = z.coerce.number().int().min(1900).max(2999).optional()
const ColumnId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, '栏目代号用小写字母、数字和连字符')
  .optional()
const ListQuery = z.strictObject({ organ: Organ.shape.slug.optional(), column: ColumnId, year: Year, page: Page })
const SearchQuery = ListQuery.extend({
  q: text(100).min(1, '请填写搜索词 q'),
  type: z.enum(recordTypeIds).optional(),
  validity: z.enum(validityIds).optional(),
  page: Page.refine((page) => page <= lastSearchPage, `最多翻到第${lastSearchPage}页`),
})

/** What is published, for programs. */
export async function recordApi(app: FastifyInstance, { portal }: { portal: Portal }): Promise<void> {
  const api = app.withTypeProvider<ZodTypeProvider>()
  const config = { access: 'public' } as const
  const absolute = (path: string) => portal.origin + path

  const standing = (record: ListedRecord, today: PlainDate) => {
    const validity = validityOf(record, today) ?? null
    return { validity, validityReason: validity && validityReason(record, validity) }
  }
  const itemOf = (record: ListedRecord, organ: Organ, today: PlainDate): z.infer<typeof Item> => ({
    organ: { slug: organ.slug, name: organ.name },
    number: record.number,
    title: record.title,
    documentNumber: record.documentNumber,
    type: record.type,
    column: record.columnId,
    madeOn: record.madeOn,
    effectiveFrom: record.effectiveFrom,
    validUntil: record.validUntil,
    repealedOn: record.repealedOn,
    ...standing(record, today),
    firstPublishedAt: record.firstPublishedAt.toISOString(),
    changedAt: record.changedAt.toISOString(),
    url: absolute(addresses.record(organ, record.number)),
  })
  const organsFor = async (request: Parameters<Portal['lookUp']>[0], slug: string | undefined) => {
    const { organ, organs } = await portal.lookUp(request, '/', slug ?? '')
    if (slug && !organ) throw refusals.unknownOrgan(slug)
    const items = (records: readonly ListedRecord[]) =>
      records.flatMap((record) => {
        const owner = organs.find(({ id }) => id === record.organId)
        return owner ? [itemOf(record, owner, app.clock.today())] : []
      })
    return { organ, items }
  }

  api.get(
    '/api/records',
    {
      config,
      schema: {
        summary: `已公开的政府信息，最新的在前，每页${pageSize}条`,
        tags: ['public'],
        querystring: ListQuery,
        response: { 200: z.object({ records: z.array(Item), page: z.number().int() }), 404: Problem },
      },
    },
    async (request) => {
      const { organ: slug, column, year, page } = request.query
      const { organ, items } = await organsFor(request, slug)
      const span = { offset: (page - 1) * pageSize, limit: pageSize }
      const records = await listPublic(app.db, { organId: organ?.id, columnId: column, year, ...span })
      return { records: items(records), page }
    },
  )

  api.get(
    '/api/search',
    {
      config,
      schema: {
        summary: `搜索标题、正文、附件和文号，每页${pageSize}条，最多计数${mostHits}条`,
        tags: ['public'],
        querystring: SearchQuery,
        response: {
          200: z.object({
            total: z.number().int(),
            isLoose: z.boolean().meta({ description: '没有完整包含搜索词的，按其中的词查找' }),
            records: z.array(Item.extend({ excerpt: z.string() })),
            page: z.number().int(),
          }),
          404: Problem,
        },
      },
    },
    async (request) => {
      const { organ: slug, ...wish } = request.query
      const { organ, items } = await organsFor(request, slug)
      const { hits, total, isLoose } = await find(app.db, wish, { organId: organ?.id, today: app.clock.today() })
      const records = hits.flatMap((hit) => items([hit]).map((item) => ({ ...item, excerpt: hit.excerpt })))
      return { total, isLoose, records, page: wish.page }
    },
  )

  api.get(
    '/api/records/:organ/:number',
    {
      config,
      schema: {
        summary: '一条政府信息的要素、正文、附件和相关解读；已撤回的只说明撤回',
        tags: ['public'],
        params: z.object({ organ: Organ.shape.slug, number: z.string().regex(/^\d{4}-\d{5,9}$/, '编号如 2026-00017') }),
        response: { 200: Whole, 404: Problem, 410: Withdrawn },
      },
    },
    async (request, reply) => {
      const { organ: slug, number } = request.params
      const { organ } = await organsFor(request, slug)
      const record = organ && (await findPublic(app.db, organ.id, number))
      if (!record) throw refusals.unknownRecord()
      const { content, title, withdrawnAt } = record
      if (withdrawnAt) {
        const reason = content.act.kind === 'withdraw' ? content.act.reason : ''
        const message = `这条信息已于${officeDay(withdrawnAt)}撤回`
        return reply
          .code(410)
          .send({ code: 'withdrawn', message, title, withdrawnAt: withdrawnAt.toISOString(), reason })
      }
      const link = (each: LinkedRecord) => ({ ...each, url: absolute(addresses.record(organ, each.number)) })
      const isRepost = content.originality === 'repost' && content.sourceName !== ''
      const { issuingOrgan, subjectCategory, genre, keywords, summary, art20Item, originality, fields } = content
      return {
        ...itemOf(record, organ, app.clock.today()),
        indexNumber: record.indexNumber,
        edition: record.edition,
        typeLabel: recordTypeOf(record.type).label,
        issuingOrgan,
        subjectCategory,
        genre,
        keywords,
        summary,
        art20Item,
        originality,
        fields,
        source: isRepost ? { name: content.sourceName, url: content.sourceUrl } : null,
        text: plainTextOf(content.text),
        attachments: content.attachments.map(({ fileId, ...file }) => ({
          ...file,
          url: absolute(addresses.recordFile(organ, number, fileId)),
        })),
        correction:
          content.act.kind === 'correct'
            ? {
                correctedAt: record.changedAt.toISOString(),
                reason: content.act.reason,
                hideReason: content.act.hideReason ?? null,
              }
            : null,
        interprets: record.policy && link(record.policy),
        linked: record.linked.map(link),
        files: (['pdf', 'docx'] as const).map((form) => ({
          form,
          url: absolute(`${addresses.record(organ, number)}.${form}`),
        })),
      }
    },
  )
}
