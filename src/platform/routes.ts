import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { catalogueRoutes } from './catalogue/routes.ts'
import { columnRoutes } from './columns/routes.ts'
import { guideRoutes } from './guide/routes.ts'

/** What the console asks of this room, below /api/console. */
export const platformOfficeRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(columnRoutes)
  await app.register(guideRoutes)
  await app.register(catalogueRoutes)
}
