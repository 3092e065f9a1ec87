import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan } from '../../db/organ.ts'
import { businessRoles } from '../../organs/role.ts'
import { arrangeStandIn, endStandIn, listStandIns } from './actions.ts'
import { NewStandIn, standInArrangers } from './stand-in.ts'

const reading = { access: { roles: [...businessRoles, 'securityAdmin'] } } as const
const arranging = { access: { roles: standInArrangers } } as const
const params = z.object({ id: z.uuid('没有这一代理安排') })

/** Who reviews for whom while they are away. */
export const standInRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/stand-ins', { config: reading }, async ({ actor }) => ({
    items: await inOrgan(app.db, actor.organId, (tx) => listStandIns(tx, actor)),
  }))
  app.post('/stand-ins', { config: arranging, schema: { body: NewStandIn } }, async (request) => ({
    id: await onceInOrgan(app.db, request, (tx) => arrangeStandIn(tx, request.actor, request.body)),
  }))
  app.post('/stand-ins/:id/end', { config: arranging, schema: { params } }, async ({ actor, params }) => {
    await inOrgan(app.db, actor.organId, (tx) => endStandIn(tx, actor, app.clock.now(), params.id))
    return { done: true }
  })
}
