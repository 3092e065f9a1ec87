import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { inOrgan } from '../../db/organ.ts'
import { platformEditors } from '../columns/column.ts'
import { changeGuide, showGuide } from './actions.ts'
import { Guide } from './guide.ts'

const config = { access: { roles: platformEditors } } as const

/** The guide of art. 12, as the head of the work body and the administrator keep it. */
export const guideRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/guide', { config }, ({ actor }) => inOrgan(app.db, actor.organId, (tx) => showGuide(tx, actor)))
  app.put('/guide', { config, schema: { body: Guide } }, ({ actor, body }) =>
    inOrgan(app.db, actor.organId, async (tx) => {
      await changeGuide(tx, actor, body)
      return showGuide(tx, actor)
    }),
  )
}
