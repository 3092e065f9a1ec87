import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readSummaries } from '../../disclosure/store/summaries.ts'
import { refusals } from '../../refusal.ts'
import { readQuery } from '../../search/query.ts'
import { withQuery } from '../disclosure/address.ts'
import { entriesOf, feedAnswer, feedForms, feedLength } from '../disclosure/feeds.ts'
import { SearchWish } from '../disclosure/wanted.ts'
import type { Portal } from '../portal.ts'
import { goTo, isTurn, turned } from '../requests/between-pages.ts'
import { publicRoute, serving, slugOf } from '../serving.ts'
import { addresses } from '../site.ts'
import { directHits, suggestedWords } from './direct.ts'
import { countChoices, find, nearMiss, whyNothingAsked } from './find.ts'
import { searchPage } from './search-page.tsx'
import { searchParameters } from './search-props.ts'
import { recordsIn } from './store/found.ts'

const mostTyped = 1000

/** Whether the form was sent, though with nothing in it. */
const isTyped = ({ query }: FastifyRequest): boolean => Typed.safeParse(query).success
const Typed = z.object({ q: z.string() })
/** A button of the display: what was typed and chosen beside it stays. */
const Turn = z.object({ to: z.string().catch('') })

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
    const { to } = Turn.parse(request.query)
    if (isTurn(to)) {
      turned(request, reply, view, to)
      const typed = { ...searchParameters(wish), organ: organ ? undefined : wish.organ }
      return goTo(reply, withQuery(base, typed))
    }
    if (organs.length === 0) return reply.redirect(addresses.home)
    const chosen = !organ && organs.find((each) => each.slug === wish.organ)
    if (chosen) return reply.redirect(withQuery(addresses.search(chosen), searchParameters(wish)))
    const today = app.clock.today()
    const organOf = (id: number) => organs.find((each) => each.id === id)
    const within = { organId: organ?.id, today }
    const typed = readQuery(wish.q)
    const found = await find(app.db, wish, within)
    const isWhole = found.total > 0 && !found.isLoose
    const places = await portal.placesOf(organs)
    const matter = {
      direct: directHits(wish.q, places, organ, wish.year),
      suggested: suggestedWords(places, organ),
      counts: await countChoices(app.db, found, wish, within),
      nearMiss: isWhole ? undefined : await nearMiss(app.db, typed, organ?.id),
      whyNothing: isTyped(request) ? whyNothingAsked(typed) : null,
    }
    const platform = organ && (await platformOf(organ))
    return reply
      .headers({ 'cache-control': 'no-cache', 'x-robots-tag': 'noindex' })
      .type('text/html; charset=utf-8')
      .send(searchPage({ view, organ, platform, organs, organOf, wish, today, ...found, ...matter }))
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
      if (organs.length === 0) return reply.redirect(addresses.home)
      const { hits } = await find(app.db, wish, { organId: organ?.id, today: app.clock.today(), limit: feedLength })
      const records = recordsIn(hits)
      const organOf = (id: number) => organs.find((each) => each.id === id)
      const absolute = (own: string) => portal.origin + withQuery(own, searchParameters(wish))
      const { headers, body } = feedAnswer(form, {
        title: `搜索“${readQuery(wish.q).typed}”`,
        page: absolute(path),
        self: absolute(`${path}/feed.${form}`),
        entries: entriesOf(portal.origin, records, organOf, await readSummaries(app.db, records)),
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
