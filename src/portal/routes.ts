import type { FastifyInstance } from 'fastify'

/** The public site. */
export async function portalRoutes(app: FastifyInstance): Promise<void> {
  app.get('/', { config: { access: 'public' } }, async (_request, reply) =>
    reply.type('text/html').send('<h1>开诚</h1>'),
  )
}
