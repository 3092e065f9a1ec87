import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { coverageRoutes } from './coverage/routes.ts'
import { timelinessRoutes } from './timeliness/routes.ts'

/** What the console asks of this room, below /api/console. */
export const supervisionRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(coverageRoutes)
  await app.register(timelinessRoutes)
}
