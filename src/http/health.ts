import type { FastifyInstance } from 'fastify'
import { isReachable } from '../db/reachable.ts'

/** /healthz: the process answers. /readyz: the database answers too. */
export async function healthRoutes(app: FastifyInstance): Promise<void> {
  const config = { access: 'public' } as const
  app.get('/healthz', { config, schema: { hide: true } }, async () => ({ status: 'ok' }))
  app.get('/readyz', { config, schema: { hide: true } }, async (_request, reply) =>
    (await isReachable(app.db)) ? { status: 'ok' } : reply.code(503).send({ status: 'database unreachable' }),
  )
}
