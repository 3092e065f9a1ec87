import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { record } from '../../audit/record.ts'
import { inOrgan } from '../../db/organ.ts'
import { downloadHeaders } from '../../files/disposition.ts'
import { inOrganWithFiles } from '../../files/readings.ts'
import { readingMs } from '../../files/receive.ts'
import { getFile, type StoredFile } from '../../files/store.ts'
import { businessRoles } from '../../organs/role.ts'
import { refusals } from '../../refusal.ts'
import { findFor, findForFile } from '../actions/open-personal.ts'
import { makeBundle } from '../bundle/make-bundle.ts'
import { enclosureFindings, lookAtFiles } from '../enclosure-look.ts'
import { findCorrected } from '../letter-correction.ts'
import { draftFile, letterFile } from '../letter-files.ts'
import { listGivable } from '../store/files.ts'
import * as requests from '../store/requests.ts'

const config = { access: { roles: businessRoles } } as const
const Id = z.strictObject({ id: z.uuid('没有这件申请') })
const OfFile = Id.extend({ fileId: z.uuid('没有这个文件') })
const Enclosed = z.strictObject({
  files: z
    .string()
    .max(1000)
    .transform((list) => list.split(',').filter((id) => z.uuid().safeParse(id).success))
    .pipe(z.array(z.string()).max(20)),
})
const form = z.enum(['pdf', 'docx'])
const OfLetter = Id.extend({ document: z.string().regex(/^\d{1,6}\.(pdf|docx|json)$/) })

/** Files of requests: download, letters, what answers may give. */
export const fileRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/requests/:id/files/:fileId', { config, schema: { params: OfFile } }, async ({ params, actor }, reply) => {
    const file = await inOrgan(app.db, actor.organId, async (tx) => {
      const { organId } = actor
      await findForFile(tx, actor, params.id, params.fileId)
      await record(tx, actor, 'file.opened', { subject: params.id, detail: { file: params.fileId } })
      return getFile(tx, organId, params.fileId)
    })
    return download(reply, file)
  })

  app.get(
    '/requests/:id/letters/:document',
    { config, schema: { params: OfLetter } },
    async ({ params, actor }, reply) => {
      const [seq = '', ending = ''] = params.document.split('.')
      // Its text as it is to be read now, corrections and all: what a further correction starts from.
      if (ending === 'json') {
        const corrected = await inOrgan(app.db, actor.organId, async (tx) => {
          await findFor(tx, actor, params.id)
          return findCorrected(tx, { organId: actor.organId, id: params.id }, Number(seq))
        })
        if (!corrected) throw refusals.unknownFile()
        return corrected.standing
      }
      await inOrgan(app.db, actor.organId, (tx) => findFor(tx, actor, params.id))
      const file = await letterFile(
        app.db,
        { organId: actor.organId, id: params.id },
        { seq: Number(seq), form: form.parse(ending) },
      )
      return download(reply, file)
    },
  )

  app.get(
    '/requests/:id/enclosures',
    {
      config: { access: { roles: ['clerk'] } },
      handlerTimeout: readingMs,
      schema: { params: Id, querystring: Enclosed },
    },
    async ({ params: { id }, query: { files }, actor }) =>
      inOrganWithFiles(app.db, actor.organId, async (tx) => {
        const { organId } = actor
        await requests.get(tx, organId, id)
        const givable = await listGivable(tx, { organId, id }, files)
        const looked = await lookAtFiles(tx, actor, id, [...givable.keys()])
        return { findings: enclosureFindings(looked, [...givable.values()]) }
      }),
  )

  app.get(
    '/requests/:id/bundle.zip',
    { config, handlerTimeout: readingMs, schema: { params: Id } },
    async (request, reply) => {
      const { name, bytes } = await makeBundle(app.db, request.actor, request.params.id)
      return download(reply, { name, contentType: 'application/zip', bytes })
    },
  )

  for (const ending of form.options)
    app.get(`/requests/:id/draft.${ending}`, { config, schema: { params: Id } }, async ({ params, actor }, reply) => {
      await inOrgan(app.db, actor.organId, (tx) => findFor(tx, actor, params.id))
      return download(reply, await draftFile(app.db, actor.organId, params.id, ending))
    })
}

const download = (reply: FastifyReply, file: Pick<StoredFile, 'name' | 'contentType' | 'bytes'>) =>
  reply.headers(downloadHeaders(file)).send(file.bytes)
