import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { inOrgan } from '../../db/organ.ts'
import { changeSetting, listSettings } from './actions.ts'

const params = z.object({ id: z.string().max(60) })
const Change = z.strictObject({ value: z.unknown() })

export const settingRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/settings', { config: { access: 'signedIn' } }, async ({ actor }) => ({
    items: await inOrgan(app.db, actor.organId, (tx) => listSettings(tx, actor)),
  }))
  app.put(
    '/settings/:id',
    { config: { access: { roles: ['systemAdmin'] } }, schema: { params, body: Change } },
    async ({ actor, params, body }) => {
      await inOrgan(app.db, actor.organId, (tx) => changeSetting(tx, actor, params.id, body.value))
      return { done: true }
    },
  )
}
