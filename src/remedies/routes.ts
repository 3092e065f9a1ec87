import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { inOrgan, lookInOrgan } from '../db/organ.ts'
import { downloadHeaders } from '../files/disposition.ts'
import { exportForm, page, pageSize, partOf } from '../lists/wanted.ts'
import { businessRoles } from '../organs/role.ts'
import { exportRemedies } from './export.ts'
import { listRemedies } from './store.ts'
import { WantedRemedies } from './wanted.ts'

const config = { access: { roles: businessRoles } } as const

/** 复议诉讼: the list of all cases, those that were imported and those that are worked on here. */
export const remedyRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/ledgers/remedies',
    { config, schema: { querystring: WantedRemedies.extend(page) } },
    async ({ query: { page: at, ...wanted }, actor }) => ({
      ...(await lookInOrgan(app.db, actor.organId, (tx) => listRemedies(tx, actor.organId, wanted, partOf(at)))),
      pageSize,
    }),
  )

  app.get(
    '/ledgers/remedies/list/export',
    { config, schema: { querystring: WantedRemedies.extend(exportForm) } },
    async ({ query, actor }, reply) => {
      const file = await inOrgan(app.db, actor.organId, (tx) => exportRemedies(tx, actor, query))
      return reply.headers(downloadHeaders(file)).send(Buffer.from(file.bytes))
    },
  )
}
