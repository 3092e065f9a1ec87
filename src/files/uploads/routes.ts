import multipart from '@fastify/multipart'
import type { FastifyContextConfig } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { record } from '../../audit/record.ts'
import { onceInOrgan } from '../../db/answer-once.ts'
import type { Tx } from '../../db/database.ts'
import { acceptFile, maxFileBytes } from '../accept.ts'
import { readingMs, receiveFile } from '../receive.ts'
import { addFile } from '../store.ts'

/** An upload that became part of nothing goes away after a day. */
const pendingHours = 24

export interface UploadRoutes {
  /** Who may upload. */
  readonly config: FastifyContextConfig
}

/** What staff upload, for whatever case: kept for a day until it becomes part of one. */
export const uploadRoutes: FastifyPluginAsyncZod<UploadRoutes> = async (app, { config }) => {
  await app.register(multipart, { limits: { files: 1, fields: 0, parts: 1, fileSize: maxFileBytes + 1 } })

  app.post('/files', { config, bodyLimit: maxFileBytes + 64 * 1024, handlerTimeout: readingMs }, async (request) => {
    const { name: given, bytes: sent } = await receiveFile(request)
    const accepted = await acceptFile(given, sent)
    const { actor } = request
    const keep = async (tx: Tx) => {
      const { id } = await addFile(tx, actor.organId, accepted, pendingHours)
      await record(tx, actor, 'file.uploaded', { subject: id })
      const { name, contentType, sha256, bytes } = accepted
      return { id, name, contentType, sha256, size: bytes.length }
    }
    return onceInOrgan(app.db, request, keep, { name: accepted.name, sha256: accepted.sha256 })
  })
}
