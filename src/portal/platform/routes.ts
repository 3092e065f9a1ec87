import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Tx } from '../../db/database.ts'
import { enterOrgan } from '../../db/organ.ts'
import { everyItem, listItems, listNamedColumns } from '../../disclosure/catalogue/store/items.ts'
import { listRecordEntries, recordsInBatches } from '../../disclosure/catalogue/store/records.ts'
import { listDeclared } from '../../disclosure/coverage/store.ts'
import { gatherGuide } from '../../disclosure/guide/actions.ts'
import { listColumns } from '../../disclosure/store/columns.ts'
import { contentDisposition } from '../../files/disposition.ts'
import { Organ } from '../../organs/organ.ts'
import { refusals } from '../../refusal.ts'
import { displayFrom } from '../display.ts'
import type { Answer } from '../pages.ts'
import type { PageMatter, Portal } from '../portal.ts'
import { problemPage, wayHome } from '../problem-page.tsx'
import { addresses } from '../site.ts'
import { cataloguePage } from './catalogue-page.tsx'
import { catalogueFile, csvType, recordsFile, xlsxType } from './files.ts'
import { guidePage } from './guide-page.tsx'
import { recordsPage } from './records-page.tsx'

const access = { config: { access: 'public' }, schema: { hide: true } } as const
const Slug = z.object({ organ: Organ.shape.slug })
const Page = z.coerce.number().int().min(1).max(10_000).catch(1)
const CatalogueWish = z.object({
  q: z.string().trim().max(100).catch(''),
  column: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,39}$/)
    .catch(''),
  page: Page,
})
const RecordsWish = z.object({ page: Page })
const Ending = Slug.extend({ ending: z.enum(['xlsx', 'csv']) })

const itemsPerPage = 100
const recordsPerPage = 50
/** Whole catalogues that are written at the same time; each is a good second of work. */
const mostDownloads = 3

const html = (body: string, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
})

type Write = (tx: Tx, organ: Organ, matter: PageMatter) => Promise<Answer>

/** The guide and the catalogues of art. 12. */
export async function platformRoutes(app: FastifyInstance, { portal }: { portal: Portal }): Promise<void> {
  let downloads = 0

  const pageOf = async (
    request: FastifyRequest,
    reply: FastifyReply,
    pathOf: (organ: Pick<Organ, 'slug'>) => string,
    write: Write,
    wish: Readonly<Record<string, unknown>> = {},
  ) => {
    const params = Slug.safeParse(request.params)
    if (!params.success) return reply.callNotFound()
    const slug = params.data.organ
    const path = pathOf({ slug })
    const answer = async (tx: Tx) => {
      const matter = await portal.readView(tx, request, path, slug)
      return matter.organ ? write(tx, matter.organ, matter) : unknownOrgan(matter, slug)
    }
    if (wish.q) {
      // What anybody types is not kept: it would drive out the pages that are read.
      const { status = 200, headers, body } = await app.db.transaction().setAccessMode('read only').execute(answer)
      return reply.code(status).headers(headers).header('cache-control', 'no-store').send(body)
    }
    const key = `${displayFrom(request.headers.cookie)} ${path} ${JSON.stringify(wish)}`
    return portal.pages.serve(request, reply, key, answer)
  }

  app.get('/:organ/guide', access, (request, reply) =>
    pageOf(request, reply, addresses.guide, async (tx, organ, { view }) => {
      await enterOrgan(tx, organ.id)
      const facts = await gatherGuide(tx, organ)
      const columns = await listColumns(tx, organ.id)
      return html(guidePage({ view, facts, columns, declared: await listDeclared(tx, organ.id) }))
    }),
  )

  app.get('/:organ/catalogue', access, async (request, reply) => {
    const wish = CatalogueWish.parse(request.query)
    const write: Write = async (tx, organ, { view }) => {
      const wanted = { words: wish.q, columnId: wish.column || null, page: wish.page, pageSize: itemsPerPage }
      const found = await listItems(tx, organ.id, wanted)
      const columns = await listNamedColumns(tx, organ.id)
      return html(cataloguePage({ view, organ, ...found, pageSize: itemsPerPage, columns, wish }))
    }
    return pageOf(request, reply, addresses.catalogue, write, wish)
  })

  app.get('/:organ/catalogue.xlsx', access, (request, reply) =>
    pageOf(request, reply, addresses.catalogueFile, async (tx, organ) => {
      const { items } = await listItems(tx, organ.id, everyItem)
      const disposition = contentDisposition(`${organ.name}公开事项目录.xlsx`, `${organ.slug}-catalogue.xlsx`)
      const headers = { 'content-type': xlsxType, 'content-disposition': disposition }
      return { headers, body: Buffer.from(await catalogueFile(items)) }
    }),
  )

  app.get('/:organ/catalogue/records', access, async (request, reply) => {
    const { page } = RecordsWish.parse(request.query)
    const write: Write = async (tx, organ, { view }) => {
      const found = await listRecordEntries(tx, organ.id, { page, pageSize: recordsPerPage })
      return html(recordsPage({ view, organ, ...found, page, pageSize: recordsPerPage }))
    }
    return pageOf(request, reply, addresses.recordCatalogue, write, { page })
  })

  app.get('/:organ/catalogue/records.:ending', access, async (request, reply) => {
    const params = Ending.safeParse(request.params)
    if (!params.success) return reply.callNotFound()
    const { organ: slug, ending } = params.data
    const { organ } = await portal.lookUp(request, addresses.recordCatalogueFile({ slug }, ending), slug)
    if (!organ) return reply.callNotFound()
    const name = `${organ.name}政府信息公开目录.${ending}`
    reply
      .type(ending === 'csv' ? csvType : xlsxType)
      .header('cache-control', 'no-cache')
      .header('content-disposition', contentDisposition(name, `${organ.slug}-records.${ending}`))
    if (request.method === 'HEAD') return reply.send()
    if (downloads >= mostDownloads) throw refusals.tooManyDownloads()
    downloads += 1
    reply.raw.once('close', () => {
      downloads -= 1
    })
    return reply.send(recordsFile(organ, portal.origin, recordsInBatches(app.db, organ.id), ending))
  })
}

const unknownOrgan = ({ view }: PageMatter, slug: string): Answer =>
  html(
    problemPage(view, {
      title: '没有找到这个机关',
      message: `本网站没有网址为“/${slug}/”的机关。可能是网址写错了，也可能是该机关的信息不在本网站公开。`,
      ways: [{ text: '核对网址有没有写错或写全' }, wayHome],
    }),
    404,
  )
