import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { listPublic } from '../disclosure/store/public-lists.ts'
import { listPublished } from '../report/store/published.ts'
import { Display, displayCookie, safePath } from './display.ts'
import { homeRoutes } from './home-routes.ts'
import { serveLasting } from './lasting.ts'
import { mapRoutes } from './map-routes.ts'
import { organPage } from './organ-page.tsx'
import type { Portal } from './portal.ts'
import { reportRoutes } from './report-routes.ts'
import { revisionRoutes } from './reports/revision-routes.ts'
import { yearRoutes } from './reports/year-routes.ts'
import { html, publicRoute, serving, slugOf } from './serving.ts'
import { addresses } from './site.ts'
import { robots } from './site-map.ts'
import { style, stylePath } from './style.ts'
import { charactersCookie } from './traditional.ts'

const newest = { offset: 0, limit: 8 }
const DisplayWish = z.object({
  mode: Display.catch('standard'),
  characters: z.enum(['traditional', 'simplified']).optional().catch(undefined),
  back: z.string().catch('/'),
})

/** The public site. */
export async function portalRoutes(app: FastifyInstance, { portal }: { portal: Portal }): Promise<void> {
  portal.follow(app)

  const { pageWithin } = serving(app, portal)
  homeRoutes(app, portal)
  reportRoutes(app, portal)
  revisionRoutes(app, portal)
  yearRoutes(app, portal)
  mapRoutes(app, portal)

  app.get('/:organ/', publicRoute, async (request, reply) => {
    const slug = slugOf(request)
    if (!slug) return reply.callNotFound()
    return pageWithin(request, reply, { slug, path: addresses.organ({ slug }) }, async (tx, matter) => {
      const organId = matter.organ.id
      const records = await listPublic(tx, { organId, topOf: matter.today, ...newest })
      const published = await listPublished(tx, organId)
      return html(organPage({ ...matter, published, records }))
    })
  })

  app.get('/display', publicRoute, async (request, reply) => {
    const { mode, characters, back } = DisplayWish.parse(request.query)
    const isSecure = request.protocol === 'https'
    const wish = characters ? charactersCookie(characters, isSecure) : displayCookie(mode, isSecure)
    reply.header('set-cookie', wish).header('cache-control', 'no-store')
    return reply.redirect(safePath(back), 303)
  })

  app.get('/robots.txt', publicRoute, async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(robots(portal.origin)),
  )
  serveLasting(app, stylePath, 'text/css', style)
}
