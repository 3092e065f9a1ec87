import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { inOrgan } from '../../db/organ.ts'
import { linkProblem } from '../../text/link-problem.ts'
import { platformEditors } from '../columns/column.ts'
import { changeGuide, showGuide } from './actions.ts'
import { Guide } from './guide.ts'

/** Only what is typed: a guide that is kept already is read as it is. */
const Typed = Guide.refine(({ website }) => linkProblem(website) === undefined, {
  path: ['website'],
  error: '网址中有用户名、密码或者看不见的字符，请核对网址',
})

const config = { access: { roles: platformEditors } } as const

/** The guide of art. 12, as the head of the work body and the administrator keep it. */
export const guideRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/guide', { config }, ({ actor }) => inOrgan(app.db, actor.organId, (tx) => showGuide(tx, actor)))
  app.put('/guide', { config, schema: { body: Typed } }, ({ actor, body }) =>
    inOrgan(app.db, actor.organId, async (tx) => {
      await changeGuide(tx, actor, body)
      return showGuide(tx, actor)
    }),
  )
}
