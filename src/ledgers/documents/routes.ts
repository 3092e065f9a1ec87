import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'
import { onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { validityIds } from '../../law/validity.ts'
import { businessRoles } from '../../organs/role.ts'
import { amendDocument, declareLapsed, enterDocument, registerRepeal, removeAmendment } from './actions.ts'
import { Lapse, NewAmendment, Repeal } from './document.ts'
import { registerTermIds } from './register.ts'
import { showDocument, showDocuments, showEquations } from './show.ts'
import { documentKeepers } from './steps.ts'

const config = { access: { roles: businessRoles } } as const
const keeping = { access: { roles: documentKeepers } } as const
const Kind = z.enum(['rules', 'normativeDocuments']).default('normativeDocuments')
const Id = z.strictObject({ id: z.uuid('没有这件文件') })
const OfAmendment = Id.extend({ amendmentId: z.uuid('没有这次修改') })
const Wanted = z.strictObject({
  kind: Kind,
  on: PlainDate.optional(),
  standing: z.enum(validityIds).optional(),
  term: z.enum(registerTermIds).optional(),
  year: z.coerce.number().int().min(1949).max(2200).optional(),
  q: z.string().trim().max(100, '查找的文字不超过100个字').default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})
/** Checked cell by cell by the ledger's own declaration. */
const Typed = z.record(z.string().max(40), z.string().max(4000).nullable())

const pageSize = 20

/** The register of rules and normative documents. */
export const documentRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/ledgers/documents', { config, schema: { querystring: Wanted } }, async ({ query, actor }) =>
    inOrgan(app.db, actor.organId, (tx) => showDocuments(tx, actor, { ...query, words: query.q, pageSize })),
  )

  app.get(
    '/ledgers/documents/equations',
    { config, schema: { querystring: z.strictObject({ kind: Kind }) } },
    async ({ query, actor }) =>
      inOrgan(app.db, actor.organId, async (tx) => ({ items: await showEquations(tx, actor, query.kind) })),
  )

  app.get('/ledgers/documents/:id', { config, schema: { params: Id } }, async ({ params, actor }) =>
    lookInOrgan(app.db, actor.organId, (tx) => showDocument(tx, actor, params.id)),
  )

  app.post('/ledgers/documents', { config: keeping, schema: { body: Typed } }, async (request) =>
    onceInOrgan(app.db, request, (tx) => enterDocument(tx, request.actor, request.body)),
  )

  app.post(
    '/ledgers/documents/:id/repeal',
    { config: keeping, schema: { params: Id, body: Repeal } },
    async ({ params, body, actor }, reply) => {
      await inOrgan(app.db, actor.organId, (tx) => registerRepeal(tx, actor, params.id, body))
      return reply.code(204).send()
    },
  )

  app.post(
    '/ledgers/documents/:id/lapse',
    { config: keeping, schema: { params: Id, body: Lapse } },
    async ({ params, body, actor }, reply) => {
      await inOrgan(app.db, actor.organId, (tx) => declareLapsed(tx, actor, params.id, body))
      return reply.code(204).send()
    },
  )

  app.post(
    '/ledgers/documents/:id/amendments',
    { config: keeping, schema: { params: Id, body: NewAmendment } },
    async (request, reply) => {
      const { params, body, actor } = request
      await onceInOrgan(app.db, request, (tx) => amendDocument(tx, actor, params.id, body))
      return reply.code(204).send()
    },
  )

  app.delete(
    '/ledgers/documents/:id/amendments/:amendmentId',
    { config: keeping, schema: { params: OfAmendment } },
    async ({ params, actor }, reply) => {
      await inOrgan(app.db, actor.organId, (tx) => removeAmendment(tx, actor, params.id, params.amendmentId))
      return reply.code(204).send()
    },
  )
}
