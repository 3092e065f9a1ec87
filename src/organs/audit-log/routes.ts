import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { ContentCheck } from '../../audit/deep.ts'
import { inOrgan } from '../../db/organ.ts'
import { readLog, verifyAll, verifyLog } from './actions.ts'
import { LogQuery } from './log.ts'

/** A long chain takes longer than a page may. */
const verifyMs = 120_000

/** Every row and every file of an organ. */
const verifyDeepMs = 900_000

export interface AuditRoutes {
  /** Where the anchors are. */
  readonly dataFolder: string | undefined
  /** What the rooms check of their contents. */
  readonly contents: readonly ContentCheck[]
}

export const auditRoutes: FastifyPluginAsyncZod<AuditRoutes> = async (app, { dataFolder, contents }) => {
  const anchors = { folder: dataFolder }
  const config = { access: { roles: ['auditAdmin'] } } as const

  app.get('/audit', { config, schema: { querystring: LogQuery } }, ({ actor, query }) =>
    inOrgan(app.db, actor.organId, (tx) => readLog(tx, actor, query)),
  )
  app.post('/audit/verify', { config, handlerTimeout: verifyMs }, ({ actor }) => verifyLog(app.db, actor, { anchors }))
  app.post('/audit/verify-deep', { config, handlerTimeout: verifyDeepMs }, ({ actor }) =>
    verifyAll(app.db, actor, { anchors, contents }),
  )
}
