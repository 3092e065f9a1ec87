import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { chineseDate, officeDay, type PlainDate } from '../../days/plain-date.ts'
import { yearBetween } from '../../days/typed-year.ts'
import { publicTitle, RecordTypeId, recordTypeOf } from '../../disclosure/record-type.ts'
import { findPublic, type LinkedRecord, type ListedRecord, type PublicRecord } from '../../disclosure/store/public.ts'
import { listPublic } from '../../disclosure/store/public-lists.ts'
import { validityIds, validityReason } from '../../law/validity.ts'
import { Organ } from '../../organs/organ.ts'
import { refusals } from '../../refusal.ts'
import { plainTextOf } from '../../text/plain.ts'
import type { Portal } from '../portal.ts'
import { directHits } from '../search/direct.ts'
import { find } from '../search/find.ts'
import { type FoundOther, mostHits, othersIn, recordsIn } from '../search/store/found.ts'
import { addresses } from '../site.ts'
import { Hits, Item, Problem, Whole, Withdrawn } from './api-shapes.ts'
import { recordForms } from './record-download.ts'
import { pageSize, validityOf } from './record-list.tsx'
import { lastSearchPage } from './wanted.ts'

const text = (max: number) => z.string().trim().max(max)
const Page = z.coerce.number().int().min(1).max(100_000).default(1)
const Year = yearBetween(1900, 2999).optional()
const ColumnId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, '栏目代号用小写字母、数字和连字符')
  .optional()
const ListQuery = z.strictObject({ organ: Organ.shape.slug.optional(), column: ColumnId, year: Year, page: Page })
const SearchQuery = ListQuery.extend({
  q: text(100).min(1, '请填写搜索词 q'),
  type: RecordTypeId.optional(),
  validity: z.enum(validityIds).optional(),
  page: Page.refine((page) => page <= lastSearchPage, `最多翻到第${lastSearchPage}页`),
})

/** What is published, for programs. */
export async function recordApi(app: FastifyInstance, { portal }: { portal: Portal }): Promise<void> {
  listRoute(app, portal)
  searchRoute(app, portal)
  recordRoute(app, portal)
}

const config = { access: 'public' } as const

/** The published records, the newest first. */
function listRoute(app: FastifyInstance, portal: Portal): void {
  app.withTypeProvider<ZodTypeProvider>().get(
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
      const { organ, items } = await organsFor(app, portal, request, slug)
      const span = { offset: (page - 1) * pageSize, limit: pageSize }
      const records = await listPublic(app.db, { organId: organ?.id, columnId: column, year, ...span })
      return { records: items(records), page }
    },
  )
}

/** What contains the words, the best first. */
function searchRoute(app: FastifyInstance, portal: Portal): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/search',
    {
      config,
      schema: {
        summary: `搜索标题、正文、附件和文号，每页${pageSize}条，最多计数${mostHits}条`,
        tags: ['public'],
        querystring: SearchQuery,
        response: { 200: Hits, 404: Problem },
      },
    },
    async (request) => {
      const { organ: slug, ...wish } = request.query
      const { organ, organs, items } = await organsFor(app, portal, request, slug)
      const { hits, total, isLoose } = await find(app.db, wish, { organId: organ?.id, today: app.clock.today() })
      const records = recordsIn(hits).flatMap((hit) => items([hit]).map((item) => ({ ...item, excerpt: hit.excerpt })))
      const others = othersIn(hits).flatMap((hit) => otherOf(hit, organs, portal.origin))
      const direct = directHits(wish.q, await portal.placesOf(organs), organ).hits.map(({ title, about, path }) => ({
        title,
        about,
        url: portal.origin + path,
      }))
      return { total, isLoose, records, others, direct, page: wish.page }
    },
  )
}

/** One record with all that is public of it. */
function recordRoute(app: FastifyInstance, portal: Portal): void {
  app.withTypeProvider<ZodTypeProvider>().get(
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
      const { organ } = await organsFor(app, portal, request, slug)
      const record = organ && (await findPublic(app.db, organ.id, number))
      if (!record) throw refusals.unknownRecord()
      const { withdrawnAt } = record
      if (withdrawnAt) return reply.code(410).send(withdrawnOf(record, withdrawnAt))
      return wholeOf(record, { organ, origin: portal.origin, today: app.clock.today() })
    },
  )
}

/** The organ that is asked for, and how to tell of records of any organ. Refuses one that is not there. */
async function organsFor(app: FastifyInstance, portal: Portal, request: FastifyRequest, slug: string | undefined) {
  const { organ, organs } = await portal.lookUp(request, '/', slug ?? '')
  if (slug && !organ) throw refusals.unknownOrgan(slug)
  const items = (records: readonly ListedRecord[]) =>
    records.flatMap((record) => {
      const owner = organs.find(({ id }) => id === record.organId)
      return owner ? [itemOf(record, { organ: owner, origin: portal.origin, today: app.clock.today() })] : []
    })
  return { organ, organs, items }
}

function otherOf(
  { kind, organId, title, documentNumber, part, day }: FoundOther,
  organs: readonly Organ[],
  origin: string,
) {
  const organ = organs.find(({ id }) => id === organId)
  if (!organ) return []
  const path = kind === 'report' ? addresses.report(organ, part) : addresses.inLibrary(organ, documentNumber)
  return [{ kind, organ: { slug: organ.slug, name: organ.name }, title, documentNumber, day, url: origin + path }]
}

interface Around {
  readonly organ: Organ
  readonly origin: string
  readonly today: PlainDate
}

const itemOf = (record: ListedRecord, { organ, origin, today }: Around): z.infer<typeof Item> => ({
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
  url: origin + addresses.record(organ, record.number),
})

function standing(record: ListedRecord, today: PlainDate): Pick<z.infer<typeof Item>, 'validity' | 'validityReason'> {
  const validity = validityOf(record, today) ?? null
  return { validity, validityReason: validity && validityReason(record, validity) }
}

function withdrawnOf(record: PublicRecord, withdrawnAt: Date): z.infer<typeof Withdrawn> {
  const { content } = record
  const title = publicTitle(record)
  const reason = content.act.kind === 'withdraw' ? content.act.reason : ''
  const message = `这条信息已于${chineseDate(officeDay(withdrawnAt))}撤回`
  return { code: 'withdrawn', message, title, withdrawnAt: withdrawnAt.toISOString(), reason }
}

function wholeOf(record: PublicRecord, around: Around): z.infer<typeof Whole> {
  const { organ, origin } = around
  const { content, number } = record
  const { issuingOrgan, subjectCategory, genre, keywords, summary, art20Item, originality, fields } = content
  const isRepost = originality === 'repost' && content.sourceName !== ''
  const link = (each: LinkedRecord) => ({ ...each, url: origin + addresses.record(organ, each.number) })
  return {
    ...itemOf(record, around),
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
      url: origin + addresses.recordFile(organ, number, fileId),
    })),
    correction: correctionOf(record),
    interprets: record.policy && link(record.policy),
    linked: record.linked.map(link),
    files: recordForms.map((form) => ({ form, url: `${origin}${addresses.record(organ, number)}.${form}` })),
  }
}

function correctionOf({ content: { act }, changedAt }: PublicRecord): z.infer<typeof Whole>['correction'] {
  if (act.kind !== 'correct') return null
  return { correctedAt: changedAt.toISOString(), reason: act.reason, hideReason: act.hideReason ?? null }
}
