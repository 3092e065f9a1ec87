import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { record } from '../../audit/record.ts'
import { onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { downloadHeaders } from '../../files/disposition.ts'
import { readingMs } from '../../files/receive.ts'
import { getFile } from '../../files/store.ts'
import { Words } from '../../lists/wanted.ts'
import { businessRoles } from '../../organs/role.ts'
import { refusals } from '../../refusal.ts'
import { openCase, takeStep } from './actions.ts'
import { listPapers } from './evidence.ts'
import { makeEvidence } from './make-evidence.ts'
import { showCase } from './show.ts'
import { OpenCase } from './step-inputs.ts'
import { stepNames } from './steps.ts'
import * as store from './store/cases.ts'
import * as known from './store/known.ts'

const config = { access: { roles: businessRoles } } as const
const openConfig = { access: { roles: ['clerk', 'legalStaff', 'ogiHead'] } } as const
const Id = z.strictObject({ id: z.uuid('没有这件案件') })
const OfFile = Id.extend({ fileId: z.uuid('没有这个文件') })
const OfStep = Id.extend({ step: z.enum(stepNames) })
const Step = z.strictObject({ seq: z.int().min(0), input: z.unknown() })
const Sought = z.strictObject({ q: Words.default('') })
const SoughtRequest = Sought.extend({ id: z.uuid().optional() })

/** Reconsiderations and suits that are worked on here: registering one, its page, its steps and papers. */
export const remedyCaseRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post('/remedies', { config: openConfig, schema: { body: OpenCase } }, async (request) =>
    onceInOrgan(app.db, request, (tx) => openCase(tx, request.actor, request.body)),
  )

  app.get(
    '/remedies/choices/requests',
    { config, schema: { querystring: SoughtRequest } },
    async ({ query, actor }) => ({
      items: await lookInOrgan(app.db, actor.organId, async (tx) => {
        if (query.id === undefined) return known.listRequests(tx, actor.organId, query.q)
        return [await known.findRequest(tx, actor.organId, query.id)].filter((found) => found !== undefined)
      }),
    }),
  )

  app.get('/remedies/choices/records', { config, schema: { querystring: Sought } }, async ({ query, actor }) => ({
    items: await lookInOrgan(app.db, actor.organId, (tx) => known.listRecords(tx, actor.organId, query.q)),
  }))

  app.get('/remedies/choices/reviews', { config, schema: { querystring: Sought } }, async ({ query, actor }) => ({
    items: await lookInOrgan(app.db, actor.organId, (tx) => known.listReviews(tx, actor.organId, query.q)),
  }))

  app.get('/remedies/of-request/:id', { config, schema: { params: Id } }, async ({ params, actor }) => ({
    items: await lookInOrgan(app.db, actor.organId, async (tx) => {
      if (!(await known.findRequest(tx, actor.organId, params.id))) throw refusals.unknownRequest()
      return known.listOfRequest(tx, actor.organId, params.id)
    }),
  }))

  app.get('/remedies/:id', { config, schema: { params: Id } }, async ({ params, actor }) =>
    lookInOrgan(app.db, actor.organId, (tx) => showCase(tx, actor, params.id)),
  )

  app.get(
    '/remedies/:id/papers',
    { config, handlerTimeout: readingMs, schema: { params: Id } },
    async ({ params, actor }) => ({ items: await listPapers(app.db, actor, params.id) }),
  )

  app.get(
    '/remedies/:id/evidence.zip',
    { config, handlerTimeout: readingMs, schema: { params: Id } },
    async ({ params, actor }, reply) => {
      const { name, bytes } = await makeEvidence(app.db, actor, params.id)
      return reply.headers(downloadHeaders({ name, contentType: 'application/zip' })).send(bytes)
    },
  )

  app.post('/remedies/:id/steps/:step', { config, schema: { params: OfStep, body: Step } }, async (request) =>
    onceInOrgan(app.db, request, async (tx) => {
      const { actor, body, params } = request
      await takeStep(tx, actor, params.id, params.step, body.input, body.seq)
      return showCase(tx, actor, params.id)
    }),
  )

  app.get('/remedies/:id/files/:fileId', { config, schema: { params: OfFile } }, async ({ params, actor }, reply) => {
    const file = await inOrgan(app.db, actor.organId, async (tx) => {
      const { organId } = actor
      const mine = await store.listFiles(tx, { organId, id: params.id })
      if (!mine.some(({ id }) => id === params.fileId)) throw refusals.unknownFile()
      await record(tx, actor, 'file.opened', { subject: params.id, detail: { file: params.fileId } })
      return getFile(tx, organId, params.fileId)
    })
    return reply.headers(downloadHeaders(file)).send(file.bytes)
  })
}
