import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Tx } from '../db/database.ts'
import { countPublic, listAddresses, listOpenColumns } from '../disclosure/store/public.ts'
import type { Organ } from '../organs/organ.ts'
import { listPublished } from '../report/store/published.ts'
import type { Portal } from './portal.ts'
import { yearsShown } from './reports/years-shown.ts'
import { paramOf, publicRoute } from './serving.ts'
import { recordMap, recordsInMap, siteMap, siteMapIndex } from './site-map.ts'

/** What stands on the site, for search engines. */
export function mapRoutes(app: FastifyInstance, portal: Portal): void {
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
    map(request, reply, '/sitemap.xml', async (tx, organs) => {
      const published = await listPublished(tx)
      const years = yearsShown(published, app.clock.today())
      return siteMap(portal.origin, { organs, published, years, columns: await listOpenColumns(tx) })
    }),
  )
  app.get('/sitemap-records.xml', publicRoute, (request, reply) =>
    map(request, reply, '/sitemap-records.xml', async (tx) =>
      siteMapIndex(portal.origin, Math.ceil((await countPublic(tx)) / recordsInMap)),
    ),
  )
  app.get('/sitemap-records/:part.xml', publicRoute, async (request, reply) => {
    const part = Number(paramOf(request, 'part'))
    if (!Number.isInteger(part) || part < 1 || part > 1_000) return reply.callNotFound()
    // The index names the first part even while nothing is published.
    if (part > 1 && !(await listAddresses(app.db, (part - 1) * recordsInMap, 1)).length) return reply.callNotFound()
    return map(request, reply, `/sitemap-records/${part}.xml`, async (tx, organs) =>
      recordMap(portal.origin, organs, await listAddresses(tx, (part - 1) * recordsInMap, recordsInMap)),
    )
  })
}
