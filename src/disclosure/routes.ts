import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { commentRoutes } from './routes/comments.ts'
import { importRoutes } from './routes/import.ts'
import { recordRoutes } from './routes/records.ts'
import { templateRoutes } from './routes/templates.ts'
import { wordListRoutes } from './routes/word-lists.ts'

/** What the console asks of this room, below /api/console. */
export const disclosureRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(recordRoutes)
  await app.register(commentRoutes)
  await app.register(importRoutes)
  await app.register(templateRoutes)
  await app.register(wordListRoutes)
}
