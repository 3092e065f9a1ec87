import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { downloadHeaders } from '../../files/disposition.ts'
import { exportForm, page } from '../../lists/wanted.ts'
import { businessRoles } from '../../organs/role.ts'
import { knowingly, sinceYearOf } from '../knowingly.ts'
import { amendDocument, declareLapsed, enterDocument, registerRepeal, removeAmendment } from './actions.ts'
import { Lapse, NewAmendment, Repeal } from './document.ts'
import { exportDocuments } from './export.ts'
import { showDocument, showDocuments, showEquations } from './show.ts'
import { documentKeepers } from './steps.ts'
import { WantedDocuments } from './wanted.ts'

const config = { access: { roles: businessRoles } } as const
const keeping = { access: { roles: documentKeepers } } as const
const Id = z.strictObject({ id: z.uuid('没有这件文件') })
const OfAmendment = Id.extend({ amendmentId: z.uuid('没有这次修改') })
/** Checked cell by cell by the ledger's own declaration. */
const Typed = z.record(z.string().max(40), z.string().max(4000).nullable())

/** The register of rules and normative documents. */
export const documentRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/ledgers/documents',
    { config, schema: { querystring: WantedDocuments.extend(page) } },
    async ({ query, actor }) => inOrgan(app.db, actor.organId, (tx) => showDocuments(tx, actor, query)),
  )

  app.get(
    '/ledgers/documents/list/export',
    { config, schema: { querystring: WantedDocuments.extend(exportForm) } },
    async ({ query, actor }, reply) => {
      const file = await inOrgan(app.db, actor.organId, (tx) => exportDocuments(tx, actor, query))
      return reply.headers(downloadHeaders(file)).send(Buffer.from(file.bytes))
    },
  )

  app.get(
    '/ledgers/documents/equations',
    { config, schema: { querystring: WantedDocuments.pick({ kind: true }) } },
    async ({ query, actor }) =>
      inOrgan(app.db, actor.organId, async (tx) => ({ items: await showEquations(tx, actor, query.kind) })),
  )

  app.get('/ledgers/documents/:id', { config, schema: { params: Id } }, async ({ params, actor }) =>
    lookInOrgan(app.db, actor.organId, (tx) => showDocument(tx, actor, params.id)),
  )

  app.post('/ledgers/documents', { config: keeping, schema: { body: Typed } }, async (request) =>
    onceInOrgan(app.db, request, (tx) =>
      knowingly(tx, request, sinceYearOf(request.body.issuedOn), () => enterDocument(tx, request.actor, request.body)),
    ),
  )

  app.post(
    '/ledgers/documents/:id/repeal',
    { config: keeping, schema: { params: Id, body: Repeal } },
    async (request, reply) => {
      const { params, body, actor } = request
      await inOrgan(app.db, actor.organId, (tx) =>
        knowingly(tx, request, sinceYearOf(body.repealedOn), () => registerRepeal(tx, actor, params.id, body)),
      )
      return reply.code(204).send()
    },
  )

  app.post(
    '/ledgers/documents/:id/lapse',
    { config: keeping, schema: { params: Id, body: Lapse } },
    async (request, reply) => {
      const { params, body, actor } = request
      await inOrgan(app.db, actor.organId, (tx) =>
        knowingly(tx, request, sinceYearOf(body.lastDay), () => declareLapsed(tx, actor, params.id, body)),
      )
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
