import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { catalogueRoutes } from './catalogue/routes.ts'
import { columnRoutes } from './columns/routes.ts'
import { coverageRoutes } from './coverage/routes.ts'
import { guideRoutes } from './guide/routes.ts'
import { importRoutes } from './routes/import.ts'
import { recordRoutes } from './routes/records.ts'
import { timelinessRoutes } from './routes/timeliness.ts'
import { wordListRoutes } from './routes/word-lists.ts'
import { standInRoutes } from './stand-ins/routes.ts'

/** What the console asks of this room, below /api/console. */
export const disclosureRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(recordRoutes)
  await app.register(importRoutes)
  await app.register(wordListRoutes)
  await app.register(columnRoutes)
  await app.register(guideRoutes)
  await app.register(coverageRoutes)
  await app.register(catalogueRoutes)
  await app.register(standInRoutes)
  await app.register(timelinessRoutes)
}
