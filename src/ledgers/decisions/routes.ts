import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'
import { onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan } from '../../db/organ.ts'
import { downloadHeaders } from '../../files/disposition.ts'
import { kinds } from '../../files/kinds.ts'
import { exportForm, page } from '../../lists/wanted.ts'
import { businessRoles } from '../../organs/role.ts'
import { inYearOf, knowingly } from '../knowingly.ts'
import { changeDecision, enterDecision, openPerson } from './actions/enter.ts'
import { beginWithdrawal, noteWithdrawal, publicize, quash } from './actions/publicize.ts'
import { ChangedDecision, HandOver, handOverRoles, LayoutSpan, Quash, TypedDecision } from './decision.ts'
import { exportLayout, handOver } from './export.ts'
import { exportDecisions } from './export-list.ts'
import { showDecision, showDecisions } from './show.ts'
import { decisionClerks } from './steps.ts'
import { countByYear, getDecision } from './store/decisions.ts'
import { WantedDecisions } from './wanted.ts'

const config = { access: { roles: businessRoles } } as const
const entering = { access: { roles: decisionClerks } } as const
const handing = { access: { roles: handOverRoles } } as const
const Id = z.strictObject({ id: z.uuid('没有这件决定') })
const On = z.strictObject({ on: PlainDate })
const Reason = z.strictObject({ reason: z.string().trim().min(4, '请写明查看的理由').max(300, '不超过300个字') })

const { contentType } = kinds.xlsx

/** Licences, penalties and compulsion: ledger, publication, withdrawal, the national layout. */
export const decisionRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(listRoutes)
  await app.register(layoutRoutes)
  await app.register(entryRoutes)
  await app.register(stepRoutes)
}

/** The ledger as a list and by years. */
const listRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/ledgers/decisions',
    { config, schema: { querystring: WantedDecisions.extend(page) } },
    async ({ query, actor }) => inOrgan(app.db, actor.organId, (tx) => showDecisions(tx, actor, query)),
  )

  app.get(
    '/ledgers/decisions/list/export',
    { config, schema: { querystring: WantedDecisions.extend(exportForm) } },
    async ({ query, actor }, reply) => {
      const file = await inOrgan(app.db, actor.organId, (tx) => exportDecisions(tx, actor, query))
      return reply.headers(downloadHeaders(file)).send(Buffer.from(file.bytes))
    },
  )

  app.get('/ledgers/decisions/counts', { config }, async ({ actor }) =>
    inOrgan(app.db, actor.organId, async (tx) => ({ items: await countByYear(tx, actor.organId) })),
  )
}

/** The national layout: exported to be looked at, and handed over. */
const layoutRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/ledgers/decisions/export',
    { config, schema: { querystring: LayoutSpan } },
    async ({ query, actor }, reply) => {
      const { name, bytes } = await inOrgan(app.db, actor.organId, (tx) => exportLayout(tx, actor, query))
      return reply.headers(downloadHeaders({ name, contentType })).send(Buffer.from(bytes))
    },
  )

  app.post('/ledgers/decisions/hand-over', { config: handing, schema: { body: HandOver } }, async (request, reply) => {
    const { body, actor } = request
    const { name, bytes } = await inOrgan(app.db, actor.organId, (tx) => handOver(tx, actor, body))
    return reply.headers(downloadHeaders({ name, contentType })).send(Buffer.from(bytes))
  })
}

/** A decision as it is registered, changed and, with a reason, opened in clear. */
const entryRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/ledgers/decisions/:id', { config, schema: { params: Id } }, async ({ params, actor }) =>
    inOrgan(app.db, actor.organId, (tx) => showDecision(tx, actor, params.id)),
  )

  app.post('/ledgers/decisions', { config: entering, schema: { body: TypedDecision } }, async (request) =>
    onceInOrgan(app.db, request, (tx) =>
      knowingly(tx, request, inYearOf(request.body.values.decidedOn), () =>
        enterDecision(tx, request.actor, request.body),
      ),
    ),
  )

  app.put(
    '/ledgers/decisions/:id',
    { config: entering, schema: { params: Id, body: ChangedDecision } },
    async (request, reply) => {
      const { params, body, actor } = request
      await inOrgan(app.db, actor.organId, async (tx) => {
        const { decidedOn } = await getDecision(tx, actor.organId, params.id)
        const concerned = inYearOf(decidedOn, body.values.decidedOn)
        await knowingly(tx, request, concerned, () => changeDecision(tx, actor, params.id, body))
      })
      return reply.code(204).send()
    },
  )

  app.post(
    '/ledgers/decisions/:id/person',
    { config: entering, schema: { params: Id, body: Reason } },
    async ({ params, body, actor }) =>
      inOrgan(app.db, actor.organId, (tx) => openPerson(tx, actor, params.id, body.reason)),
  )
}

/** What becomes of it: published, quashed, withdrawn. */
const stepRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post('/ledgers/decisions/:id/publicity', { config: entering, schema: { params: Id } }, async (request) =>
    onceInOrgan(app.db, request, (tx) => publicize(tx, request.actor, app.clock.now(), request.params.id)),
  )

  app.post(
    '/ledgers/decisions/:id/quash',
    { config: entering, schema: { params: Id, body: Quash } },
    async ({ params, body, actor }, reply) => {
      await inOrgan(app.db, actor.organId, (tx) => quash(tx, actor, params.id, body))
      return reply.code(204).send()
    },
  )

  app.post('/ledgers/decisions/:id/withdrawal', { config: entering, schema: { params: Id } }, async (request) =>
    onceInOrgan(app.db, request, (tx) => beginWithdrawal(tx, request.actor, app.clock.now(), request.params.id)),
  )

  app.post(
    '/ledgers/decisions/:id/withdrawn',
    { config: entering, schema: { params: Id, body: On } },
    async ({ params, body, actor }, reply) => {
      await inOrgan(app.db, actor.organId, (tx) => noteWithdrawal(tx, actor, params.id, body.on))
      return reply.code(204).send()
    },
  )
}
