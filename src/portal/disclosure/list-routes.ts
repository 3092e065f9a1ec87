import type { FastifyInstance } from 'fastify'
import { listPublic } from '../../disclosure/store/public-lists.ts'
import type { Portal } from '../portal.ts'
import { html, missing, type OrganMatter, paramOf, publicRoute, serving, slugOf } from '../serving.ts'
import { addresses } from '../site.ts'
import { withQuery } from './address.ts'
import { columnPage } from './column-page.tsx'
import { libraryPage } from './library-page.tsx'
import { newestPage } from './newest-page.tsx'
import { pageSize } from './record-list.tsx'
import { listNormative } from './store.ts'
import { LibraryWish, ListWish } from './wanted.ts'

/** Lists: of a column, of everything, of the normative documents in force on a day. */
export async function listRoutes(app: FastifyInstance, { portal }: { portal: Portal }): Promise<void> {
  const { pageOf, pageWithin } = serving(app, portal)
  const span = (page: number) => ({ offset: (page - 1) * pageSize, limit: pageSize })
  const asked = (page: number) => (page > 1 ? page : undefined)

  app.get('/:organ/columns/:column', publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    const id = paramOf(request, 'column')
    if (!slug || !/^[a-z][a-z0-9-]{1,39}$/.test(id)) return reply.callNotFound()
    const { year, page } = ListWish.parse(request.query)
    const path = withQuery(addresses.column({ slug }, id), { year, page: asked(page) })
    return pageOf(request, reply, { slug, path }, async (db, matter) => {
      const { organ, platform } = matter
      const column = platform.columns.find((each) => each.id === id)
      if (!column) return noColumn(matter)
      const records = await listPublic(db, {
        organId: organ.id,
        columnId: id,
        year,
        topOf: matter.today,
        ...span(page),
      })
      const declared = platform.declared.filter(
        ({ item, matter: words }) =>
          (item !== null && column.art20Items.includes(item)) ||
          (words !== null && column.art21Matters.includes(words)),
      )
      return html(columnPage({ ...matter, column, declared, records, year, page }))
    })
  })

  app.get('/:organ/records/', publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    if (!slug) return reply.callNotFound()
    const { year, page } = ListWish.parse(request.query)
    const path = withQuery(addresses.records({ slug }), { year, page: asked(page) })
    return pageOf(request, reply, { slug, path }, async (db, matter) => {
      const records = await listPublic(db, { organId: matter.organ.id, year, ...span(page) })
      return html(newestPage({ ...matter, records, year, page }))
    })
  })

  app.get('/:organ/library', publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    if (!slug) return reply.callNotFound()
    const { asOf, status, number, page } = LibraryWish.parse(request.query)
    const given = asOf && 'day' in asOf ? asOf.day : undefined
    const wrong = asOf && 'problem' in asOf ? asOf : undefined
    const typed = given ?? wrong?.text
    const path = withQuery(addresses.library({ slug }), { asOf: typed, status, number, page: asked(page) })
    return pageWithin(request, reply, { slug, path }, async (tx, matter) => {
      const day = given ?? matter.today
      const entries = await listNormative(tx, matter.organ.id, day)
      return html(libraryPage({ ...matter, entries, asOf: day, wrong, status, number, page }))
    })
  })
}

const noColumn = (matter: OrganMatter) =>
  missing(matter, {
    title: '没有这个栏目',
    message: `${matter.organ.name}的政府信息公开平台没有这个栏目，可能是网址写错了，也可能栏目已经调整。`,
    ways: [
      { text: `${matter.organ.name}的全部公开栏目`, path: addresses.organ(matter.organ) },
      { text: '最近公开的信息', path: addresses.records(matter.organ) },
    ],
  })
