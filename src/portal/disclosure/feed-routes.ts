import type { FastifyInstance } from 'fastify'
import type { Database, Tx } from '../../db/database.ts'
import type { ListedRecord } from '../../disclosure/store/public.ts'
import { listPublic } from '../../disclosure/store/public-lists.ts'
import { readSummaries } from '../../disclosure/store/summaries.ts'
import { listPublished } from '../../report/store/published.ts'
import type { Portal } from '../portal.ts'
import { missing, type OrganMatter, paramOf, publicRoute, serving, slugOf } from '../serving.ts'
import { addresses } from '../site.ts'
import { entriesOf, type FeedEntry, type FeedForm, feedAnswer, feedForms, feedLength, reportEntry } from './feeds.ts'
import { listPublicNormative } from './store.ts'

/** Records as entries with what they say. */
async function told(
  db: Database | Tx,
  origin: string,
  records: readonly ListedRecord[],
  organOf: OrganMatter['organOf'],
): Promise<FeedEntry[]> {
  return entriesOf(origin, records, organOf, await readSummaries(db, records))
}

const newest = { offset: 0, limit: feedLength }

/** What is new, for programs that ask often: of the site, of an organ, a column, the library, the annual reports. */
export async function feedRoutes(app: FastifyInstance, { portal }: { portal: Portal }): Promise<void> {
  for (const form of feedForms) {
    recordFeeds(app, portal, form)
    libraryFeed(app, portal, form)
    reportFeed(app, portal, form)
    columnFeed(app, portal, form)
  }
}

function recordFeeds(app: FastifyInstance, portal: Portal, form: FeedForm): void {
  const { pageOf } = serving(app, portal)
  const { origin } = portal
  app.get(`/feed.${form}`, publicRoute, (request, reply) =>
    portal.pages.serve(request, reply, `/feed.${form}`, async (tx) => {
      const { organs, view } = await portal.lookUp(request, '/', '')
      const organOf = (id: number) => organs.find((each) => each.id === id)
      const records = await told(tx, origin, await listPublic(tx, newest), organOf)
      const reports = (await listPublished(tx)).flatMap((each) => {
        const organ = organOf(each.organId)
        return organ ? [reportEntry(origin, organ, each)] : []
      })
      const entries = [...records, ...reports]
        .toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
        .slice(0, feedLength)
      const own = { title: view.site.name, page: `${origin}/`, self: `${origin}/feed.${form}` }
      return feedAnswer(form, { ...own, entries })
    }),
  )

  app.get(`/:organ/feed.${form}`, publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    if (!slug) return reply.callNotFound()
    const path = `${addresses.feeds({ slug })}/feed.${form}`
    return pageOf(request, reply, { slug, path }, async (db, { organ, organOf }) => {
      const records = await listPublic(db, { organId: organ.id, ...newest })
      const own = { title: `${organ.name}公开的信息`, page: origin + addresses.records(organ), self: origin + path }
      return feedAnswer(form, { ...own, entries: await told(db, origin, records, organOf) })
    })
  })
}

function libraryFeed(app: FastifyInstance, portal: Portal, form: FeedForm): void {
  const { pageWithin } = serving(app, portal)
  const { origin } = portal
  app.get(`/:organ/library/feed.${form}`, publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    if (!slug) return reply.callNotFound()
    const page = addresses.library({ slug })
    const path = `${page}/feed.${form}`
    return pageWithin(request, reply, { slug, path }, async (tx, { organ, organOf }) => {
      const entries = await told(tx, origin, await listPublicNormative(tx, organ.id, feedLength), organOf)
      const title = `${organ.name}：行政规范性文件库`
      return feedAnswer(form, { title, page: origin + page, self: origin + path, entries })
    })
  })
}

function reportFeed(app: FastifyInstance, portal: Portal, form: FeedForm): void {
  const { pageWithin } = serving(app, portal)
  const { origin } = portal
  app.get(`/:organ/annual-reports/feed.${form}`, publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    if (!slug) return reply.callNotFound()
    const page = addresses.reports({ slug })
    const path = `${page}feed.${form}`
    return pageWithin(request, reply, { slug, path }, async (tx, { organ }) => {
      const published = (await listPublished(tx, organ.id)).slice(0, feedLength)
      const entries = published.map((each) => reportEntry(origin, organ, each))
      const title = `${organ.name}：政府信息公开年报`
      return feedAnswer(form, { title, page: origin + page, self: origin + path, entries })
    })
  })
}

function columnFeed(app: FastifyInstance, portal: Portal, form: FeedForm): void {
  const { pageOf } = serving(app, portal)
  const { origin } = portal
  app.get(`/:organ/columns/:column/feed.${form}`, publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    const id = paramOf(request, 'column')
    if (!slug || !/^[a-z][a-z0-9-]{1,39}$/.test(id)) return reply.callNotFound()
    const page = addresses.column({ slug }, id)
    const path = `${page}/feed.${form}`
    return pageOf(request, reply, { slug, path }, async (db, matter) => {
      const { organ, organOf, platform } = matter
      const column = platform.columns.find((each) => each.id === id)
      if (!column)
        return missing(matter, {
          title: '没有这个栏目',
          message: `${organ.name}的政府信息公开平台没有这个栏目。`,
          ways: [{ text: `${organ.name}的全部公开栏目`, path: addresses.organ(organ) }],
        })
      const records = await listPublic(db, { organId: organ.id, columnId: id, ...newest })
      const own = { title: `${organ.name}：${column.name}`, page: origin + page, self: origin + path }
      return feedAnswer(form, { ...own, entries: await told(db, origin, records, organOf) })
    })
  })
}
