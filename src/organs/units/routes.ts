import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan } from '../../db/organ.ts'
import { addUnit, changeUnit } from './actions.ts'
import * as store from './store.ts'
import { NewUnit, UnitChange } from './unit.ts'

const params = z.object({ id: z.uuid() })

export const unitRoutes: FastifyPluginAsyncZod = async (app) => {
  const config = { access: { roles: ['systemAdmin'] } } as const

  app.get('/units', { config: { access: 'signedIn' } }, async ({ actor }) => ({
    items: await inOrgan(app.db, actor.organId, (tx) => store.list(tx, actor.organId)),
  }))
  app.post('/units', { config, schema: { body: NewUnit } }, (request) =>
    onceInOrgan(app.db, request, (tx) => addUnit(tx, request.actor, request.body)),
  )
  app.put('/units/:id', { config, schema: { params, body: UnitChange } }, ({ actor, params, body }) =>
    inOrgan(app.db, actor.organId, (tx) => changeUnit(tx, actor, params.id, body)),
  )
}
