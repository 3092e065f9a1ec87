import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { sessionRoutes } from './session/routes.ts'

/** What the console asks of this room, below /api/console. */
export const organRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(sessionRoutes)
}
