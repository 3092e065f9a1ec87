import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { recordRoutes } from './routes/records.ts'

/** What the console asks of this room, below /api/console. */
export const disclosureRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(recordRoutes)
}
