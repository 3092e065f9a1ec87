import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'
import { onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan } from '../../db/organ.ts'
import { appoint, endOffice } from './actions.ts'
import { NewOffice } from './office.ts'
import * as store from './store.ts'

const params = z.object({ id: z.uuid() })
const End = z.strictObject({ on: PlainDate })

export const officeRoutes: FastifyPluginAsyncZod = async (app) => {
  const config = { access: { roles: ['systemAdmin'] } } as const

  app.get('/offices', { config: { access: 'signedIn' } }, async ({ actor }) => ({
    items: await inOrgan(app.db, actor.organId, (tx) => store.list(tx, actor.organId)),
  }))
  app.post('/offices', { config, schema: { body: NewOffice } }, (request) =>
    onceInOrgan(app.db, request, (tx) => appoint(tx, request.actor, request.body)),
  )
  app.post('/offices/:id/end', { config, schema: { params, body: End } }, async ({ actor, params, body }) => {
    await inOrgan(app.db, actor.organId, (tx) => endOffice(tx, actor, params.id, body.on))
    return { done: true }
  })
}
