import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan } from '../../db/organ.ts'
import type { Actor } from '../actor.ts'
import { businessRoles } from '../role.ts'
import { ListId, NewView, RenamedView } from './saved-view.ts'
import { listViews, removeView, renameView, saveView } from './store.ts'

const config = { access: { roles: businessRoles } } as const
const OfList = z.strictObject({ list: ListId })
const Id = z.strictObject({ id: z.uuid('没有这个视图') })

const own = ({ organId, id }: Actor) => ({ organId, staffId: id ?? '' })

/** How somebody looks at lists: their own, and nobody else's. */
export const savedViewRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/views', { config, schema: { querystring: OfList } }, async ({ query, actor }) =>
    inOrgan(app.db, actor.organId, async (tx) => ({ items: await listViews(tx, own(actor), query.list) })),
  )

  app.post('/views', { config, schema: { body: NewView } }, async (request) =>
    onceInOrgan(app.db, request, async (tx) => ({ id: await saveView(tx, own(request.actor), request.body) })),
  )

  app.put('/views/:id', { config, schema: { params: Id, body: RenamedView } }, async (request, reply) => {
    const { actor, params, body } = request
    await inOrgan(app.db, actor.organId, (tx) => renameView(tx, own(actor), params.id, body.name))
    return reply.code(204).send()
  })

  app.delete('/views/:id', { config, schema: { params: Id } }, async ({ params, actor }, reply) => {
    await inOrgan(app.db, actor.organId, (tx) => removeView(tx, own(actor), params.id))
    return reply.code(204).send()
  })
}
