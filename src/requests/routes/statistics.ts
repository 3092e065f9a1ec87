import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { inOrgan } from '../../db/organ.ts'
import { downloadHeaders } from '../../files/disposition.ts'
import { businessRoles } from '../../organs/role.ts'
import { exportStatistics, showStatistics } from '../statistics/show-statistics.ts'
import { ExportedStatistics, WantedStatistics } from '../statistics/statistics.ts'

const config = { access: { roles: businessRoles } } as const

/** What was received and concluded in a time: by month, outcome and unit. */
export const statisticsRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/request-statistics', { config, schema: { querystring: WantedStatistics } }, ({ query, actor }) =>
    inOrgan(app.db, actor.organId, (tx) => showStatistics(tx, actor, query)),
  )

  app.get(
    '/request-statistics/export',
    { config, schema: { querystring: ExportedStatistics } },
    async ({ query, actor }, reply) => {
      const file = await inOrgan(app.db, actor.organId, (tx) => exportStatistics(tx, actor, query))
      return reply.headers(downloadHeaders(file)).send(Buffer.from(file.bytes))
    },
  )
}
