import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { inOrgan } from '../../db/organ.ts'
import { downloadHeaders } from '../../files/disposition.ts'
import { exportForm, page } from '../../lists/wanted.ts'
import { businessRoles } from '../../organs/role.ts'
import { exportRequests } from '../export.ts'
import { showList } from '../show-list.ts'
import { WantedRequests } from '../wanted.ts'

const config = { access: { roles: businessRoles } } as const

/** Lists of requests: the queue, a search, an export. */
export const listRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/requests', { config, schema: { querystring: WantedRequests.extend(page) } }, async ({ query, actor }) =>
    inOrgan(app.db, actor.organId, (tx) => showList(tx, actor, query)),
  )

  app.get(
    '/requests/export',
    { config, schema: { querystring: WantedRequests.extend(exportForm) } },
    async ({ query, actor }, reply) => {
      const file = await inOrgan(app.db, actor.organId, (tx) => exportRequests(tx, actor, query))
      return reply.headers(downloadHeaders(file)).send(Buffer.from(file.bytes))
    },
  )
}
