import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import {
  countPublic,
  listAddresses,
  listOpenColumns,
  listPublic,
  listPublishingOrgans,
} from '../disclosure/store/public.ts'
import { contentDisposition } from '../files/disposition.ts'
import type { Organ } from '../organs/organ.ts'
import { findFile, findPublished, listFiles, listPublished } from '../report/store/published.ts'
import { listReported } from '../report/store/reported-years.ts'
import { reportForms } from '../report/write/forms.ts'
import { reportFileName } from '../report/write/write.ts'
import { Display, displayCookie, displayFrom, safePath } from './display.ts'
import { type DownloadForm, downloadForms } from './downloads.tsx'
import { homePage } from './home-page.tsx'
import { organPage } from './organ-page.tsx'
import type { Answer } from './pages.ts'
import type { PageMatter, Portal } from './portal.ts'
import { problemPage } from './problem-page.tsx'
import { reportListPage } from './report-list-page.tsx'
import { reportPage } from './report-page.tsx'
import { html, publicRoute, serving, slugOf } from './serving.ts'
import { addresses } from './site.ts'
import { recordMap, recordsInMap, robots, siteMap, siteMapIndex } from './site-map.ts'
import { style, stylePath } from './style.ts'

/** `2024`, or `2024.pdf` for a file. */
const Document = z
  .string()
  .regex(new RegExp(`^\\d{4}(?:\\.(?:${downloadForms.join('|')}))?$`))
  .transform((text) => ({ year: Number(text.slice(0, 4)), form: (text.slice(5) || null) as DownloadForm | null }))
const newest = { offset: 0, limit: 8 }
const DisplayWish = z.object({ mode: Display.catch('standard'), back: z.string().catch('/') })

/** The public site. */
export async function portalRoutes(app: FastifyInstance, { portal }: { portal: Portal }): Promise<void> {
  portal.follow(app)

  const { pageWithin } = serving(app, portal)

  app.get('/', publicRoute, (request, reply) =>
    portal.pages.serve(request, reply, `${displayFrom(request.headers.cookie)} ${addresses.home}`, async (tx) => {
      const { organs, view } = await portal.readView(tx, request, addresses.home)
      const [only] = organs
      if (only && !view.site.hasHome) return { status: 302, headers: { location: addresses.organ(only) }, body: '' }
      const records = await listPublic(tx, newest)
      const [published, publishing] = [await listPublished(tx), await listPublishingOrgans(tx)]
      return html(homePage({ view, organs, published, records, publishing, today: app.clock.today() }))
    }),
  )

  app.get('/:organ/', publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    if (!slug) return reply.callNotFound()
    return pageWithin(request, reply, { slug, path: addresses.organ({ slug }) }, async (tx, matter) => {
      const organId = matter.organ.id
      const records = await listPublic(tx, { organId, ...newest })
      const published = await listPublished(tx, organId)
      return html(organPage({ ...matter, published, records }))
    })
  })

  app.get('/:organ/annual-reports/', publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    if (!slug) return reply.callNotFound()
    return pageWithin(request, reply, { slug, path: addresses.reports({ slug }) }, async (tx, { organ, view }) => {
      const years = await listReported(tx, organ.id)
      const listed = []
      for (const each of years) listed.push({ ...each, files: await listFiles(tx, organ.id, each.year) })
      return html(reportListPage(view, organ, listed))
    })
  })

  app.get('/:organ/annual-reports/:document', publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    const document = Document.safeParse((request.params as { document: string }).document)
    if (!slug || !document.success) return reply.callNotFound()
    const { year, form } = document.data
    const path = form ? addresses.file({ slug }, year, form) : addresses.report({ slug }, year)
    return pageWithin(request, reply, { slug, path }, async (tx, matter) => {
      const { organ } = matter
      if (form) return (await fileAnswer(tx, organ, year, form)) ?? noReport(matter, organ, year)
      const published = await findPublished(tx, organ.id, year)
      if (!published) return noReport(matter, organ, year)
      const files = await listFiles(tx, organ.id, year)
      const years = await listReported(tx, organ.id)
      return html(reportPage({ view: matter.view, organ, year, published, files, years }))
    })
  })

  app.get('/display', publicRoute, async (request, reply) => {
    const { mode, back } = DisplayWish.parse(request.query)
    reply.header('set-cookie', displayCookie(mode, request.protocol === 'https')).header('cache-control', 'no-store')
    return reply.redirect(safePath(back), 303)
  })

  const map = (
    request: FastifyRequest,
    reply: FastifyReply,
    path: string,
    write: (tx: Tx, organs: readonly Organ[]) => Promise<string>,
  ) =>
    portal.pages.serve(request, reply, path, async (tx) => {
      const { organs } = await portal.readView(tx, request, path)
      return { headers: { 'content-type': 'application/xml; charset=utf-8' }, body: await write(tx, organs) }
    })
  app.get('/sitemap.xml', publicRoute, (request, reply) =>
    map(request, reply, '/sitemap.xml', async (tx, organs) =>
      siteMap(portal.origin, {
        organs,
        published: await listPublished(tx),
        columns: await listOpenColumns(tx),
        records: await listAddresses(tx, 0, recordsInMap),
      }),
    ),
  )
  app.get('/sitemap-records.xml', publicRoute, (request, reply) =>
    map(request, reply, '/sitemap-records.xml', async (tx) =>
      siteMapIndex(portal.origin, Math.ceil((await countPublic(tx)) / recordsInMap)),
    ),
  )
  app.get('/sitemap-records/:part.xml', publicRoute, async (request, reply) => {
    const part = Number((request.params as { part: string }).part)
    if (!Number.isInteger(part) || part < 1 || part > 1_000) return reply.callNotFound()
    // The index names the first part even while nothing is published.
    if (part > 1 && !(await listAddresses(app.db, (part - 1) * recordsInMap, 1)).length) return reply.callNotFound()
    return map(request, reply, `/sitemap-records/${part}.xml`, async (tx, organs) =>
      recordMap(portal.origin, organs, await listAddresses(tx, (part - 1) * recordsInMap, recordsInMap)),
    )
  })
  app.get('/robots.txt', publicRoute, async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(robots(portal.origin)),
  )
  app.get(stylePath, publicRoute, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=31536000, immutable').send(style),
  )
}

async function fileAnswer(tx: Tx, organ: Organ, year: number, form: DownloadForm): Promise<Answer | undefined> {
  const file = await findFile(tx, organ.id, year, form)
  if (!file) return undefined
  const name = reportFileName({ title: null, organ: organ.name, year }, form)
  const plainName = `${organ.slug}-${year}-annual-report.${reportForms[form].ending}`
  return {
    headers: {
      'content-type': reportForms[form].contentType,
      'content-disposition': contentDisposition(name, plainName),
    },
    body: file.bytes,
  }
}

const noReport = ({ view }: PageMatter, organ: Organ, year: number): Answer =>
  html(
    problemPage(view, {
      title: `没有${year}年度报告`,
      message: `${organ.name}没有在本网站公布${year}年的政府信息公开工作年度报告。可能是该年度的报告还没有到公布的时候：政府部门的报告在次年1月31日前公布，地方人民政府的报告在次年3月31日前公布；也可能是早年的报告不在本网站。`,
      article: '四十九',
      ways: [
        { text: `查看${organ.name}已经公布的年度报告`, path: addresses.reports(organ) },
        { text: `向${organ.ogiWorkBody || organ.name}询问，联系方式见页面下方` },
      ],
    }),
    404,
  )
