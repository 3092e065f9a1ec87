import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Database } from '../../db/database.ts'
import { loosened, type Query, readQuery, withNumberRead } from '../../disclosure/search/query.ts'
import { type Hit, search, type Wanted } from '../../disclosure/store/search.ts'
import { refusals } from '../../refusal.ts'
import { withQuery } from '../disclosure/address.ts'
import { entriesOf, feedAnswer, feedForms, feedLength } from '../disclosure/feeds.ts'
import { pageSize } from '../disclosure/record-list.tsx'
import { lastSearchPage, SearchWish } from '../disclosure/wanted.ts'
import type { Portal } from '../portal.ts'
import { publicRoute, serving, slugOf } from '../serving.ts'
import { addresses } from '../site.ts'
import { directHits } from './direct.ts'
import { searchPage, searchParameters } from './search-page.tsx'

interface Found {
  readonly query: Query
  readonly hits: readonly Hit[]
  readonly total: number
  readonly isLoose: boolean
}

const mostTyped = 1000

/** A page behind the last one has no hits; how many there are is said all the same. */
async function lookUp(db: Database, wanted: Wanted): Promise<{ hits: readonly Hit[]; total: number }> {
  const found = await search(db, wanted)
  if (found.hits.length > 0 || wanted.offset === 0) return found
  const { total } = await search(db, { ...wanted, offset: 0, limit: 1 })
  return { hits: [], total }
}

const asTyped = (query: Query): Query => query

/** Looks for what is wished; what is nowhere as a whole is looked for as a document number, then by its single words. */
export async function find(
  db: Database,
  { q, column, type, year, validity, page }: Pick<SearchWish, 'q' | 'page'> & Partial<SearchWish>,
  { organId, today, limit = pageSize }: { organId?: number | undefined; today: PlainDate; limit?: number },
): Promise<Found> {
  const query = readQuery(q)
  const wanted = {
    filter: { organId, columnId: column, type, year, validity },
    today,
    limit,
    offset: (Math.min(page, lastSearchPage) - 1) * pageSize,
  }
  for (const read of [asTyped, withNumberRead, loosened]) {
    const each = read(query)
    const found = each && (await lookUp(db, { query: each, ...wanted }))
    if (found && found.total > 0) return { query: each, ...found, isLoose: read === loosened }
  }
  return { query, hits: [], total: 0, isLoose: false }
}

/** Searches are as many as people can type, so none is kept in memory. */
export async function searchRoutes(app: FastifyInstance, { portal }: { portal: Portal }): Promise<void> {
  const { platformOf } = serving(app, portal)

  /** A little too much is cut; nobody types a whole page. */
  const wishOf = (request: FastifyRequest): SearchWish => {
    const wish = SearchWish.parse(request.query)
    if (wish.q.length > mostTyped) throw refusals.searchTooLong()
    return wish
  }

  const answer = async (request: FastifyRequest, reply: FastifyReply, slug: string | undefined) => {
    const wish = wishOf(request)
    const base = addresses.search(slug ? { slug } : null)
    const path = withQuery(base, { ...searchParameters(wish), page: wish.page > 1 ? wish.page : undefined })
    const { organ, organs, view } = await portal.lookUp(request, path, slug ?? '')
    if (slug && !organ) return reply.callNotFound()
    const chosen = !organ && organs.find((each) => each.slug === wish.organ)
    if (chosen) return reply.redirect(withQuery(addresses.search(chosen), searchParameters(wish)))
    const today = app.clock.today()
    const organOf = (id: number) => organs.find((each) => each.id === id)
    const found = await find(app.db, wish, { organId: organ?.id, today })
    const direct = directHits(wish.q, await portal.placesOf(organs), organ)
    const platform = organ && (await platformOf(organ))
    return reply
      .headers({ 'cache-control': 'no-cache', 'x-robots-tag': 'noindex' })
      .type('text/html; charset=utf-8')
      .send(searchPage({ view, organ, platform, organs, organOf, wish, ...found, direct, today }))
  }
  app.get('/search', publicRoute, (request, reply) => answer(request, reply, undefined))
  app.get('/:organ/search', publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    return slug ? answer(request, reply, slug) : reply.callNotFound()
  })

  for (const form of feedForms) {
    const feed = async (request: FastifyRequest, reply: FastifyReply, slug: string | undefined) => {
      const wish = { ...wishOf(request), page: 1 }
      const path = addresses.search(slug ? { slug } : null)
      const { organ, organs } = await portal.lookUp(request, path, slug ?? '')
      if (slug && !organ) return reply.callNotFound()
      const { hits } = await find(app.db, wish, { organId: organ?.id, today: app.clock.today(), limit: feedLength })
      const absolute = (own: string) => portal.origin + withQuery(own, searchParameters(wish))
      const { headers, body } = feedAnswer(form, {
        title: `搜索“${readQuery(wish.q).typed}”`,
        page: absolute(path),
        self: absolute(`${path}/feed.${form}`),
        entries: entriesOf(portal.origin, hits, (id) => organs.find((each) => each.id === id)),
      })
      return reply.headers({ ...headers, 'cache-control': 'no-cache' }).send(body)
    }
    app.get(`/search/feed.${form}`, publicRoute, (request, reply) => feed(request, reply, undefined))
    app.get(`/:organ/search/feed.${form}`, publicRoute, async (request, reply) => {
      const slug = slugOf(request)
      return slug ? feed(request, reply, slug) : reply.callNotFound()
    })
  }
}
