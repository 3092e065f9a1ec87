import type { FastifyInstance } from 'fastify'
import { listPublic } from '../../disclosure/store/public.ts'
import type { Portal } from '../portal.ts'
import { missing, publicRoute, serving, slugOf } from '../serving.ts'
import { addresses } from '../site.ts'
import { feedAnswer, feedForms, feedLength } from './feeds.ts'

const newest = { offset: 0, limit: feedLength }

/** What is new, for programs that ask often: of the site, of an organ, of a column. */
export async function feedRoutes(app: FastifyInstance, { portal }: { portal: Portal }): Promise<void> {
  const { pageOf } = serving(app, portal)
  const { origin } = portal
  for (const form of feedForms) {
    app.get(`/feed.${form}`, publicRoute, (request, reply) =>
      portal.pages.serveOne(request, reply, `/feed.${form}`, async (db) => {
        const { organs, view } = await portal.lookUp(request, '/', '')
        const organOf = (id: number) => organs.find((each) => each.id === id)
        const records = await listPublic(db, newest)
        const own = { title: view.site.name, page: `${origin}/`, self: `${origin}/feed.${form}` }
        return feedAnswer(form, { ...own, origin, records, organOf })
      }),
    )

    app.get(`/:organ/feed.${form}`, publicRoute, async (request, reply) => {
      const slug = slugOf(request)
      if (!slug) return reply.callNotFound()
      const path = `${addresses.feeds({ slug })}/feed.${form}`
      return pageOf(request, reply, { slug, path }, async (db, { organ, organOf }) => {
        const records = await listPublic(db, { organId: organ.id, ...newest })
        const own = { title: `${organ.name}公开的信息`, page: origin + addresses.records(organ), self: origin + path }
        return feedAnswer(form, { ...own, origin, records, organOf })
      })
    })

    app.get(`/:organ/columns/:column/feed.${form}`, publicRoute, async (request, reply) => {
      const slug = slugOf(request)
      const { column: id } = request.params as { column: string }
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
        return feedAnswer(form, { ...own, origin, records, organOf })
      })
    })
  }
}
