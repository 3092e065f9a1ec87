import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { fileMark, onceInOrgan } from '../../db/answer-once.ts'
import type { Tx } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { maxFileBytes } from '../../files/accept.ts'
import { readingMs, receiveFile } from '../../files/receive.ts'
import { businessRoles } from '../../organs/role.ts'
import { importWord, readWordFile } from '../actions/import-word.ts'
import { openEdition } from '../prepare.ts'
import { OfEdition } from './address.ts'

/** A Word document as the text of an edition. */
export const importRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(multipart, { limits: { files: 1, fields: 0, parts: 1, fileSize: maxFileBytes + 1 } })

  app.post(
    '/records/:id/editions/:edition/import',
    {
      config: { access: { roles: businessRoles } },
      schema: { params: OfEdition },
      bodyLimit: maxFileBytes + 64 * 1024,
      handlerTimeout: readingMs,
    },
    async (request) => {
      const { params, actor } = request
      const key = { organId: actor.organId, recordId: params.id, edition: params.edition }
      // Nobody reads a large file for an edition that is not there.
      await inOrgan(app.db, key.organId, (tx) => openEdition(tx, key))
      const { name, bytes } = await receiveFile(request)
      const word = await readWordFile(name, bytes)
      const work = (tx: Tx) => importWord(tx, actor, app.clock.now(), key, word)
      return onceInOrgan(app.db, request, work, await fileMark({ name, bytes }))
    },
  )
}
