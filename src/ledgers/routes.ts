import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { decisionRoutes } from './decisions/routes.ts'
import { documentRoutes } from './documents/routes.ts'
import { feeRoutes } from './fees/routes.ts'
import { importRoutes } from './imports/routes.ts'
import { rowRoutes } from './rows/routes.ts'

/** What the console asks of the ledgers, below /api/console. */
export const ledgerRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(documentRoutes)
  await app.register(decisionRoutes)
  await app.register(feeRoutes)
  await app.register(importRoutes)
  await app.register(rowRoutes)
}
