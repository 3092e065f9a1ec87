import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { inOrgan } from '../../db/organ.ts'
import { readLog, verifyLog } from './actions.ts'
import { LogQuery } from './log.ts'

/** A long chain takes longer than a page may. */
const verifyMs = 120_000

export const auditRoutes: FastifyPluginAsyncZod<{ dataFolder: string | undefined }> = async (app, { dataFolder }) => {
  const config = { access: { roles: ['auditAdmin'] } } as const

  app.get('/audit', { config, schema: { querystring: LogQuery } }, ({ actor, query }) =>
    inOrgan(app.db, actor.organId, (tx) => readLog(tx, actor, query)),
  )
  app.post('/audit/verify', { config, handlerTimeout: verifyMs }, ({ actor }) =>
    inOrgan(app.db, actor.organId, (tx) => verifyLog(tx, actor, dataFolder)),
  )
}
