import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { lookInOrgan } from '../../db/organ.ts'
import { businessRoles } from '../../organs/role.ts'
import { countOwnTurns, listOwnTurns } from './actions.ts'

const config = { access: { roles: businessRoles } } as const

/** 轮到我: what waits for whoever asks, over requests, records and whatever else is signed or decided. */
export const turnRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/turns', { config }, ({ actor }) => lookInOrgan(app.db, actor.organId, (tx) => listOwnTurns(tx, actor)))
  app.get('/turns/count', { config }, async ({ actor }) => ({
    total: await lookInOrgan(app.db, actor.organId, (tx) => countOwnTurns(tx, actor)),
  }))
}
