import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { contentDisposition } from '../../files/disposition.ts'
import { dutiesColumn } from '../../law/platform-columns.ts'
import { everyItem, listItems, listNamedColumns } from '../../platform/catalogue/store/items.ts'
import { listColumns } from '../../platform/columns/standing.ts'
import { gatherGuide } from '../../platform/guide/actions.ts'
import { refusals } from '../../refusal.ts'
import { withQuery } from '../disclosure/address.ts'
import { addressOf, countIn } from '../disclosure/platform.ts'
import { downloads } from '../download-room.ts'
import type { Portal } from '../portal.ts'
import { html, paramOf, publicRoute, serving, slugOf } from '../serving.ts'
import { addresses } from '../site.ts'
import { cataloguePage, longestWords } from './catalogue-page.tsx'
import { catalogueFile, csvType, recordsFile, xlsxType } from './files.ts'
import { guidePage } from './guide-page.tsx'
import { recordsPage } from './records-page.tsx'
import { listRecordEntries, recordsInBatches } from './store.ts'

const Page = z.coerce.number().int().min(1).max(10_000).catch(1)
const CatalogueWish = z.object({
  q: z.string().trim().catch(''),
  column: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,39}$/)
    .catch(''),
  page: Page,
})
const RecordsWish = z.object({ page: Page })
const Ending = z.enum(['xlsx', 'csv'])

const asked = (page: number) => (page > 1 ? page : undefined)

const itemsPerPage = 100
/** Of what is looked for: more is no search, and is not shown again. */
const mostTyped = 1000
const recordsPerPage = 50
/** Whole catalogues that are written at the same time; each is a good second of work. */
const mostDownloads = 3

/** The guide and the catalogues of art. 12. */
export async function platformRoutes(app: FastifyInstance, { portal }: { portal: Portal }): Promise<void> {
  guideRoute(app, portal)
  catalogueRoutes(app, portal)
  recordRoutes(app, portal)
  recordsFileRoute(app, portal)
}

function guideRoute(app: FastifyInstance, portal: Portal): void {
  const { pageWithin } = serving(app, portal)
  app.get('/:organ/guide', publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    if (!slug) return reply.callNotFound()
    return pageWithin(
      request,
      reply,
      { slug, path: addresses.guide({ slug }) },
      async (tx, { organ, view, platform }) => {
        const facts = await gatherGuide(tx, organ)
        const columns = await listColumns(tx, organ.id)
        const duties =
          countIn(platform, [dutiesColumn]) > 0 ? addressOf(organ, { id: dutiesColumn, kind: 'list' }) : null
        return html(guidePage({ view, facts, columns, declared: platform.declared, duties }))
      },
    )
  })
}

function catalogueRoutes(app: FastifyInstance, portal: Portal): void {
  const { pageWithin, pageForOne } = serving(app, portal)
  app.get('/:organ/catalogue', publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    if (!slug) return reply.callNotFound()
    const wish = CatalogueWish.parse(request.query)
    if (wish.q.length > mostTyped) throw refusals.searchTooLong()
    const path = withQuery(addresses.catalogue({ slug }), { ...wish, page: asked(wish.page) })
    const serve = wish.q ? pageForOne : pageWithin
    return serve(request, reply, { slug, path }, async (tx, { organ, view }) => {
      const wanted = { words: wish.q, columnId: wish.column || null, page: wish.page, pageSize: itemsPerPage }
      const isTooLong = [...wish.q].length > longestWords
      // Nothing is looked for and nothing is shown as found: the page says why.
      const found = isTooLong ? { items: [], total: 0 } : await listItems(tx, organ.id, wanted)
      const columns = await listNamedColumns(tx, organ.id)
      return html(cataloguePage({ view, organ, ...found, pageSize: itemsPerPage, columns, wish }))
    })
  })

  app.get('/:organ/catalogue.xlsx', publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    if (!slug) return reply.callNotFound()
    return pageWithin(request, reply, { slug, path: addresses.catalogueFile({ slug }) }, async (tx, { organ }) => {
      const { items } = await listItems(tx, organ.id, everyItem)
      const disposition = contentDisposition(`${organ.name}公开事项目录.xlsx`, `${organ.slug}-catalogue.xlsx`)
      const headers = { 'content-type': xlsxType, 'content-disposition': disposition }
      return { headers, body: Buffer.from(await catalogueFile(items)) }
    })
  })
}

function recordRoutes(app: FastifyInstance, portal: Portal): void {
  const { pageWithin } = serving(app, portal)
  app.get('/:organ/catalogue/records', publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    if (!slug) return reply.callNotFound()
    const { page } = RecordsWish.parse(request.query)
    const path = withQuery(addresses.recordCatalogue({ slug }), { page: asked(page) })
    return pageWithin(request, reply, { slug, path }, async (tx, { organ, view }) => {
      const found = await listRecordEntries(tx, organ.id, { page, pageSize: recordsPerPage })
      return html(recordsPage({ view, organ, ...found, page, pageSize: recordsPerPage }))
    })
  })
}

function recordsFileRoute(app: FastifyInstance, portal: Portal): void {
  const send = downloads(mostDownloads)
  app.get('/:organ/catalogue/records.:ending', publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    const { data: ending } = Ending.safeParse(paramOf(request, 'ending'))
    if (!slug || !ending) return reply.callNotFound()
    const { organ } = await portal.lookUp(request, addresses.recordCatalogueFile({ slug }, ending), slug)
    if (!organ) return reply.callNotFound()
    const name = `${organ.name}政府信息公开目录.${ending}`
    const type = ending === 'csv' ? csvType : xlsxType
    const write = () => recordsFile(organ, portal.origin, recordsInBatches(app.db, organ.id), ending)
    return send(request, reply, { type, name, plainName: `${organ.slug}-records.${ending}`, write })
  })
}
