import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan } from '../../db/organ.ts'
import { businessRoles } from '../../organs/role.ts'
import { platformEditors } from '../../platform/columns/column.ts'
import { declareAbsence, endDeclaration, showCoverage } from './actions.ts'
import { EndOfDeclaration, NewDeclaration } from './declaration.ts'

const reading = { access: { roles: [...new Set([...businessRoles, ...platformEditors])] } } as const
const declaring = { access: { roles: ['ogiHead'] } } as const
const params = z.object({ id: z.uuid('没有这一声明') })

/** What arts. 20 and 21 ask for and what the columns hold; the head of the work body answers for what is not there. */
export const coverageRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/coverage', { config: reading }, ({ actor }) =>
    inOrgan(app.db, actor.organId, (tx) => showCoverage(tx, actor)),
  )
  app.post('/coverage/declarations', { config: declaring, schema: { body: NewDeclaration } }, async (request) => ({
    id: await onceInOrgan(app.db, request, (tx) => declareAbsence(tx, request.actor, request.body)),
  }))
  app.post(
    '/coverage/declarations/:id/end',
    { config: declaring, schema: { params, body: EndOfDeclaration } },
    async ({ actor, params, body }) => {
      await inOrgan(app.db, actor.organId, (tx) => endDeclaration(tx, actor, params.id, body.reason))
      return { done: true }
    },
  )
}
