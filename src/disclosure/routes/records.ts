import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { record as audit } from '../../audit/record.ts'
import { answerOnce, onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan } from '../../db/organ.ts'
import { downloadHeaders } from '../../files/disposition.ts'
import { inOrganWithFiles } from '../../files/readings.ts'
import { getFile } from '../../files/store.ts'
import { exportForm, page } from '../../lists/wanted.ts'
import { businessRoles } from '../../organs/role.ts'
import { refusals } from '../../refusal.ts'
import { longestText } from '../../text/savable.ts'
import { textJsonDepth } from '../../text/text.ts'
import { beginEdition, beginRecord, copyRecord } from '../actions/begin.ts'
import { putOnTop, takeFromTop } from '../actions/put-on-top.ts'
import { saveRevision } from '../actions/save.ts'
import { takeStep } from '../actions/take-step.ts'
import { Content } from '../content.ts'
import { exportRecords } from '../export.ts'
import { RecordTypeId } from '../record-type.ts'
import { showEdition, showRecords } from '../show.ts'
import { stepNames } from '../steps.ts'
import { isFileOf, isWaitingPicture } from '../store/files.ts'
import { findRevision } from '../store/revisions.ts'
import { PutOnTop } from '../top-place.ts'
import { WantedRecords } from '../wanted.ts'
import { most, OfEdition, OfRecord, OfRevision } from './address.ts'

const config = { access: { roles: businessRoles } } as const
const OfStep = OfEdition.extend({ step: z.enum(stepNames) })
const OfFile = OfRecord.extend({ fileId: z.uuid('没有这个文件') })
const Step = z.strictObject({ seq: z.int().min(0), input: z.unknown() })
const Save = z.strictObject({ basedOn: z.int().min(1).max(most), content: Content })
const Begin = z.strictObject({ type: RecordTypeId })
const Next = z.strictObject({ act: z.enum(['correct', 'withdraw', 'repeal']) })

/** Records and their editions: list, draft, save, take steps. */
export const recordRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(listRoutes)
  await app.register(editionRoutes)
  await app.register(stepRoutes)
  await app.register(fileRoutes)
  await app.register(topRoutes)
}

/** The list, and what begins a record or its next edition. */
const listRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/records', { config, schema: { querystring: WantedRecords.extend(page) } }, async ({ query, actor }) =>
    inOrgan(app.db, actor.organId, (tx) => showRecords(tx, actor, query)),
  )

  app.get(
    '/records/export',
    { config, schema: { querystring: WantedRecords.extend(exportForm) } },
    async ({ query, actor }, reply) => {
      const file = await inOrgan(app.db, actor.organId, (tx) => exportRecords(tx, actor, query))
      return reply.headers(downloadHeaders(file)).send(Buffer.from(file.bytes))
    },
  )

  app.post('/records', { config: { access: { roles: ['clerk'] } }, schema: { body: Begin } }, async (request) =>
    onceInOrgan(app.db, request, async (tx) => {
      const { actor, body } = request
      const { recordId, edition } = await beginRecord(tx, actor, app.clock.now(), body.type)
      return { recordId, edition }
    }),
  )

  app.post(
    '/records/:id/editions',
    { config: { access: { roles: ['clerk'] } }, schema: { params: OfRecord, body: Next } },
    async (request) =>
      onceInOrgan(app.db, request, async (tx) => {
        const { params, body, actor } = request
        const { recordId, edition } = await beginEdition(tx, actor, app.clock.now(), params.id, body.act)
        return { recordId, edition }
      }),
  )

  app.post(
    '/records/:id/editions/:edition/copies',
    { config: { access: { roles: ['clerk'] } }, schema: { params: OfEdition } },
    async (request) =>
      onceInOrgan(app.db, request, async (tx) => {
        const { params, actor } = request
        const { recordId, edition } = await copyRecord(tx, actor, app.clock.now(), keyOf(actor, params))
        return { recordId, edition }
      }),
  )
}

/** An edition as it stands, its earlier revisions, and the next one that is saved. */
const editionRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/records/:id/editions/:edition', { config, schema: { params: OfEdition } }, async ({ params, actor }) =>
    inOrganWithFiles(app.db, actor.organId, (tx) => showEdition(tx, actor, app.clock.now(), keyOf(actor, params))),
  )

  app.put(
    '/records/:id/editions/:edition',
    {
      config: { ...config, jsonDepth: textJsonDepth },
      schema: { params: OfEdition, body: Save },
      bodyLimit: longestText,
    },
    async ({ params, body, actor }) =>
      inOrgan(app.db, actor.organId, (tx) => saveRevision(tx, actor, app.clock.now(), keyOf(actor, params), body)),
  )

  app.get(
    '/records/:id/editions/:edition/revisions/:revision',
    { config, schema: { params: OfRevision } },
    async ({ params, actor }) => {
      const found = await inOrgan(app.db, actor.organId, (tx) =>
        findRevision(tx, keyOf(actor, params), params.revision),
      )
      if (!found) throw refusals.unknownEdition()
      return found
    },
  )
}

const stepRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/records/:id/editions/:edition/steps/:step',
    { config, schema: { params: OfStep, body: Step } },
    async (request) => {
      const { params, body, actor } = request
      const now = app.clock.now()
      const key = keyOf(actor, params)
      return inOrganWithFiles(app.db, actor.organId, async (tx) => {
        // The text is too long to be kept once more, so who asks again is shown the edition as it stands.
        await answerOnce(tx, request, async () => {
          await takeStep(tx, actor, now, key, params.step, body.input, body.seq)
          return null
        })
        return showEdition(tx, actor, now, key)
      })
    },
  )
}

const fileRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/records/:id/files/:fileId', { config, schema: { params: OfFile } }, async ({ params, actor }, reply) => {
    const file = await inOrgan(app.db, actor.organId, async (tx) => {
      const { id, fileId } = params
      const isHere = await isFileOf(tx, actor.organId, id, fileId)
      if (!isHere && !(await isWaitingPicture(tx, actor.organId, fileId))) throw refusals.unknownFile()
      await audit(tx, actor, 'file.opened', { subject: params.id, detail: { file: params.fileId } })
      return getFile(tx, actor.organId, params.fileId)
    })
    return reply.headers(downloadHeaders(file)).send(file.bytes)
  })
}

/** 置顶 of what is published. */
const topRoutes: FastifyPluginAsyncZod = async (app) => {
  const drafting = { config: { access: { roles: ['clerk'] } } } as const

  app.put('/records/:id/top', { ...drafting, schema: { params: OfRecord, body: PutOnTop } }, async (request) => {
    const { actor, params, body } = request
    await inOrgan(app.db, actor.organId, (tx) => putOnTop(tx, actor, app.clock.now(), params.id, body))
    return done
  })
  app.delete('/records/:id/top', { ...drafting, schema: { params: OfRecord } }, async ({ actor, params }) => {
    await inOrgan(app.db, actor.organId, (tx) => takeFromTop(tx, actor, params.id))
    return done
  })
}

const done = { done: true } as const

const keyOf = (
  { organId }: { readonly organId: number },
  { id, edition }: { readonly id: string; readonly edition: number },
) => ({ organId, recordId: id, edition })
