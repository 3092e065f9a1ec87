import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { caseRoutes } from './routes/cases.ts'
import { dueDayRoutes } from './routes/due-days.ts'
import { feeRoutes } from './routes/fees.ts'
import { fileRoutes } from './routes/files.ts'
import { listRoutes } from './routes/lists.ts'
import { redactionRoutes } from './routes/redactions.ts'
import { reminderRoutes } from './routes/reminders.ts'
import { sealRoutes } from './routes/seals.ts'
import { statisticsRoutes } from './routes/statistics.ts'

/** What the console asks of this room, below /api/console. */
export const requestRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(listRoutes)
  await app.register(caseRoutes)
  await app.register(dueDayRoutes)
  await app.register(feeRoutes)
  await app.register(fileRoutes)
  await app.register(redactionRoutes)
  await app.register(reminderRoutes)
  await app.register(sealRoutes)
  await app.register(statisticsRoutes)
}
