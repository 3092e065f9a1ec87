import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { inOrgan } from '../../db/organ.ts'
import { maxFileBytes } from '../../files/accept.ts'
import { businessRoles } from '../../organs/role.ts'
import { refusals } from '../../refusal.ts'
import { importWord, readWordFile } from '../actions/import-word.ts'
import { openEdition } from '../prepare.ts'

const OfEdition = z.strictObject({ id: z.uuid('没有这条信息'), edition: z.coerce.number().int().min(1) })

/** A Word document as the text of an edition. */
export const importRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(multipart, { limits: { files: 1, fields: 0, parts: 1, fileSize: maxFileBytes + 1 } })

  app.post(
    '/records/:id/editions/:edition/import',
    {
      config: { access: { roles: businessRoles } },
      schema: { params: OfEdition },
      bodyLimit: maxFileBytes + 64 * 1024,
    },
    async (request) => {
      const { params, actor } = request
      const key = { organId: actor.organId, recordId: params.id, edition: params.edition }
      // Nobody reads a large file for an edition that is not there.
      await inOrgan(app.db, key.organId, (tx) => openEdition(tx, key))
      if (!request.isMultipart()) throw refusals.noUpload()
      const part = await request.file()
      if (!part) throw refusals.noUpload()
      const word = await readWordFile(part.filename, await part.toBuffer())
      return inOrgan(app.db, key.organId, (tx) => importWord(tx, actor, app.clock.now(), key, word))
    },
  )
}
