import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { documentRoutes } from './documents/routes.ts'

/** What the console asks of the ledgers, below /api/console. */
export const ledgerRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(documentRoutes)
}
