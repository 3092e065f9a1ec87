import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan } from '../../db/organ.ts'
import { beginFromTemplate } from '../actions/begin.ts'
import { keepTemplate, removeTemplate, renameTemplate, showTemplates } from '../actions/templates.ts'
import { TemplateName } from '../template.ts'
import { OfEdition } from './address.ts'

const config = { access: { roles: ['clerk'] } } as const
const OfTemplate = z.strictObject({ id: z.uuid('没有这个模板') })
const done = { done: true } as const

/** Templates from which records are begun. */
export const templateRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/record-templates', { config }, async ({ actor }) => ({
    items: await inOrgan(app.db, actor.organId, (tx) => showTemplates(tx, actor)),
  }))

  app.post(
    '/records/:id/editions/:edition/templates',
    { config, schema: { params: OfEdition, body: TemplateName } },
    async (request) => {
      const { actor, params, body } = request
      const key = { organId: actor.organId, recordId: params.id, edition: params.edition }
      return { id: await onceInOrgan(app.db, request, (tx) => keepTemplate(tx, actor, app.clock.now(), key, body)) }
    },
  )

  app.put(
    '/record-templates/:id',
    { config, schema: { params: OfTemplate, body: TemplateName } },
    async ({ actor, params, body }) => {
      await inOrgan(app.db, actor.organId, (tx) => renameTemplate(tx, actor, app.clock.now(), params.id, body))
      return done
    },
  )

  app.delete('/record-templates/:id', { config, schema: { params: OfTemplate } }, async ({ actor, params }) => {
    await inOrgan(app.db, actor.organId, (tx) => removeTemplate(tx, actor, params.id))
    return done
  })

  app.post('/record-templates/:id/records', { config, schema: { params: OfTemplate } }, async (request) =>
    onceInOrgan(app.db, request, async (tx) => {
      const { actor, params } = request
      const { recordId, edition } = await beginFromTemplate(tx, actor, app.clock.now(), params.id)
      return { recordId, edition }
    }),
  )
}
