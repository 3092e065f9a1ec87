import multipart from '@fastify/multipart'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { fileMark, onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan } from '../../db/organ.ts'
import { contentDisposition } from '../../files/disposition.ts'
import { safeName } from '../../files/name.ts'
import { readingMs, receiveFile } from '../../files/receive.ts'
import { businessRoles } from '../../organs/role.ts'
import { platformEditors } from '../columns/column.ts'
import {
  addItem,
  catalogueTemplate,
  changeItem,
  exportCatalogue,
  importCatalogue,
  readCatalogue,
  removeItem,
} from './actions.ts'
import { CatalogueForm } from './item.ts'
import { listItems } from './store/items.ts'

const reading = { access: { roles: [...new Set([...businessRoles, ...platformEditors])] } } as const
const editing = { access: { roles: platformEditors } } as const
const params = z.object({ id: z.uuid('没有这一公开事项') })
/** What to do with hidden rows, columns and sheets, where that was asked. */
const Import = z.strictObject({ hidden: z.enum(['take', 'leave']).optional() })
const Wanted = z.strictObject({
  q: z.string().trim().max(100, '查找的文字不超过100个字').default(''),
  column: z.string().max(40).default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})
const pageSize = 50
const mostBytes = 8 * 1024 * 1024
const shownProblems = 500
const done = { done: true } as const

/** 公开事项目录: kept by hand or as a workbook. */
export const catalogueRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(multipart, { limits: { files: 1, fields: 0, parts: 1, fileSize: mostBytes } })

  app.get('/catalogue', { config: reading, schema: { querystring: Wanted } }, async ({ query, actor }) => {
    const wanted = { words: query.q, columnId: query.column || null, page: query.page, pageSize }
    return { ...(await inOrgan(app.db, actor.organId, (tx) => listItems(tx, actor.organId, wanted))), pageSize }
  })
  app.post('/catalogue', { config: editing, schema: { body: CatalogueForm } }, async (request) => ({
    id: await onceInOrgan(app.db, request, (tx) => addItem(tx, request.actor, request.body)),
  }))
  app.put('/catalogue/:id', { config: editing, schema: { params, body: CatalogueForm } }, async (request) => {
    const { actor, params, body } = request
    await inOrgan(app.db, actor.organId, (tx) => changeItem(tx, actor, params.id, body))
    return done
  })
  app.delete('/catalogue/:id', { config: editing, schema: { params } }, async ({ actor, params }) => {
    await inOrgan(app.db, actor.organId, (tx) => removeItem(tx, actor, params.id))
    return done
  })

  app.get('/catalogue/template', { config: reading }, async (_request, reply) =>
    workbook(reply, '公开事项目录模板.xlsx', await catalogueTemplate()),
  )
  app.get('/catalogue/export', { config: reading }, async ({ actor }, reply) =>
    workbook(
      reply,
      '公开事项目录.xlsx',
      await inOrgan(app.db, actor.organId, (tx) => exportCatalogue(tx, actor.organId)),
    ),
  )

  app.post(
    '/catalogue/import',
    { config: editing, bodyLimit: mostBytes + 64 * 1024, handlerTimeout: readingMs, schema: { querystring: Import } },
    async (request) => {
      const { name, bytes } = await receiveFile(request)
      const source = { name: safeName(name), bytes }
      const { actor } = request
      const file = await readCatalogue(actor, source, request.query.hidden)
      const outcome = await onceInOrgan(
        app.db,
        request,
        (tx) => importCatalogue(tx, actor, source, file),
        await fileMark(source),
      )
      if ('counts' in outcome) return { counts: outcome.counts, count: 0, problems: [] }
      const { list, count } = outcome.problems
      return { counts: null, count, problems: list.slice(0, shownProblems) }
    },
  )
}

const workbook = (reply: FastifyReply, name: string, bytes: Uint8Array) =>
  reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', contentDisposition(name))
    .send(Buffer.from(bytes))
