import type { FastifyInstance } from 'fastify'
import { listJobRuns } from './runs.ts'

/** What the program does by the clock and how it went, for the system administrator. */
export async function jobRoutes(app: FastifyInstance): Promise<void> {
  app.get('/jobs', { config: { access: { roles: ['systemAdmin'] } } }, async () => ({
    items: await app.db.transaction().execute(listJobRuns),
  }))
}
