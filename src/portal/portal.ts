import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { PlainDate } from '../days/plain-date.ts'
import type { Database, Tx } from '../db/database.ts'
import { listen } from '../db/listen.ts'
import type { Front } from '../http/front.ts'
import type { Problem, RenderProblem } from '../http/problems.ts'
import type { Organ } from '../organs/organ.ts'
import { type Platform, readPlatformOf } from './disclosure/platform.ts'
import { displayFrom, safePath } from './display.ts'
import { readChange } from './heard-change.ts'
import { keptPlatforms } from './kept-platforms.ts'
import { knownOrgans } from './known-organs.ts'
import type { View } from './page.tsx'
import { keepPages, type Pages } from './pages.ts'
import { foreignHostPage, problemPage, wayHome } from './problem-page.tsx'
import { keptPlaces, readPlacesOf } from './search/kept-places.ts'
import type { OrganPlaces } from './search/places.ts'
import { addresses, siteOf } from './site.ts'

export interface PortalOptions {
  readonly db: Database
  /** Where changes are announced; without it pages are believed for a few seconds only. */
  readonly url?: string | undefined
  /** The address under which the public knows the site, without a slash at the end. */
  readonly origin: string
  readonly front?: Front | undefined
  /** Readers can be told by mail of what is new. */
  readonly tellsByMail?: boolean
}

/** The public site: its pages in memory and what it last knew of its organs. */
export interface Portal {
  readonly origin: string
  readonly pages: Pages
  readonly renderProblem: RenderProblem
  /** As `readView`, from what is known and still true; what was last known is good enough while the database is away. */
  readonly lookUp: (request: FastifyRequest, path: string, slug: string) => Promise<PageMatter>
  /** Every organ, and what a page of `organ` under `path` must know. */
  readonly readView: (tx: Tx, request: FastifyRequest, path: string, slug?: string) => Promise<PageMatter>
  /** The columns of an organ and what stands in them, from memory until something of it changes. */
  readonly platformOf: (organ: Organ) => Promise<Platform>
  /** What these organs show beside their records, from memory until something of it changes. */
  readonly placesOf: (organs: readonly Organ[]) => Promise<readonly OrganPlaces[]>
  /** Hears of changes for as long as the server runs. */
  readonly follow: (app: FastifyInstance) => void
}

export interface PageMatter {
  readonly organs: readonly Organ[]
  /** Null where no organ has the slug, or none was asked for. */
  readonly organ: Organ | null
  readonly view: View
}

export function openPortal({ db, url, origin, front, tellsByMail = false }: PortalOptions): Portal {
  let hearsChanges = () => false
  let today: (() => PlainDate) | undefined
  const known = knownOrgans()
  const platforms = keptPlatforms(db)
  const places = keptPlaces(db)
  const pages = keepPages({ db, hearsChanges: () => hearsChanges(), today: () => today?.(), front })
  const viewOf = (request: FastifyRequest, path: string, organ: Organ | null): View => ({
    site: siteOf(known.all(), organ, origin),
    organ,
    path,
    display: displayFrom(request.headers.cookie),
    tellsByMail,
  })
  const matterOf = (request: FastifyRequest, path: string, slug = ''): PageMatter => {
    const organ = known.withSlug(slug)
    return { organs: known.all(), organ, view: viewOf(request, path, organ) }
  }
  const hear = (said: string) => {
    const { organId, isWithdrawal } = readChange(said)
    if (organId === undefined) known.outdate()
    platforms.forget(organId)
    places.forget(organId)
    if (isWithdrawal) pages.forget(organId)
    else pages.outdate(organId)
  }
  return {
    origin,
    pages,
    readView: async (tx, request, path, slug) => {
      await known.learn(tx)
      return matterOf(request, path, slug)
    },
    lookUp: async (request, path, slug) => {
      try {
        if (!known.isTrue() || !hearsChanges()) await db.transaction().execute(known.learn)
      } catch (error) {
        known.doubt()
        if (!known.withSlug(slug)) throw error
      }
      return matterOf(request, path, slug)
    },
    platformOf: (organ) => (hearsChanges() ? platforms.of(organ) : readPlatformOf(db, organ)),
    placesOf: (organs) => (hearsChanges() ? places.of(organs) : readPlacesOf(db, organs)),
    renderProblem: (problem, request) => {
      if (problem.status === 421) return foreignHostPage(problem)
      const [path = '/'] = request.url.split('?', 1)
      const organ = known.withSlug(path.split('/')[1] ?? '')
      const view = viewOf(request, safePath(path), organ)
      return problemPage(view, { ...problem, ways: waysOut(problem, organ), offersSearch: problem.status === 404 })
    },
    follow: (app) => {
      today = () => app.clock.today()
      if (url === undefined) return
      const listener = listen(url, 'portal_changed', hear)
      hearsChanges = listener.connected
      // What is asked for first is not written twice: the first connection makes everything before it old.
      app.addHook('onReady', () => listener.tried)
      app.addHook('onClose', listener.close)
    },
  }
}

function waysOut({ status, isWithheld }: Problem, organ: Organ | null) {
  if (isWithheld)
    return [
      { text: '急需的，请与公布机关的政府信息公开工作机构联系' },
      organ ? { text: `查看${organ.name}公开的其他信息`, path: addresses.organ(organ) } : wayHome,
    ]
  if (status === 404)
    return [
      { text: '核对网址有没有写错或写全' },
      organ ? { text: `从${organ.name}的公开栏目查找`, path: addresses.organ(organ) } : wayHome,
    ]
  if (status >= 500) return [{ text: '过几分钟再试' }, { text: '仍不行的，请与相关机关的政府信息公开工作机构联系' }]
  return [{ text: '返回上一页检查后重试' }, wayHome]
}
