import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { inOrgan } from '../../db/organ.ts'
import { downloadHeaders } from '../../files/disposition.ts'
import { kinds } from '../../files/kinds.ts'
import { safeName } from '../../files/name.ts'
import { receiveFile } from '../../files/receive.ts'
import { refusals } from '../../refusal.ts'
import { keepWordList, removeWordList } from '../actions/word-lists.ts'
import * as store from '../store/words.ts'
import { readWordList, writeWordList } from '../word-list-file.ts'

const config = { access: { roles: ['ogiHead', 'systemAdmin'] } } as const
const Id = z.strictObject({ id: z.uuid('没有这个词表') })
const Facts = z.strictObject({
  name: z.string().trim().min(1, '请填写词表的名称').max(60, '名称不超过60个字'),
  source: z.string().trim().max(200, '来源不超过200个字').default(''),
})
const maxBytes = 4 * 1024 * 1024
const shownProblems = 50

/** Lists of wrong and sensitive words and of former names: read, taken in from a workbook, handed out, taken away. */
export const wordListRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(multipart, { limits: { files: 1, fields: 0, parts: 1, fileSize: maxBytes } })

  app.get('/word-lists', { config }, async ({ actor }) =>
    inOrgan(app.db, actor.organId, async (tx) => ({ items: await store.listWordLists(tx, actor.organId) })),
  )

  app.post(
    '/word-lists',
    { config, schema: { querystring: Facts }, bodyLimit: maxBytes + 64 * 1024 },
    async (request, reply) => {
      const { name, bytes } = await receiveFile(request)
      const read = await readWordList(bytes, safeName(name))
      if ('problems' in read)
        return reply.code(422).send({ count: read.problems.length, problems: read.problems.slice(0, shownProblems) })
      const { actor, query } = request
      return inOrgan(app.db, actor.organId, (tx) => keepWordList(tx, actor, query, read.words))
    },
  )

  app.get('/word-lists/:id.xlsx', { config, schema: { params: Id } }, async ({ params, actor }, reply) => {
    const { name, words } = await inOrgan(app.db, actor.organId, async (tx) => {
      const list = (await store.listWordLists(tx, actor.organId)).find(({ id }) => id === params.id)
      if (!list) throw refusals.unknownWordList()
      return { name: list.name, words: await store.listWords(tx, actor.organId, params.id) }
    })
    const file = { name: safeName(`${name}.xlsx`), contentType: kinds.xlsx.contentType }
    return reply.headers(downloadHeaders(file)).send(await writeWordList(name, words))
  })

  app.delete('/word-lists/:id', { config, schema: { params: Id } }, async ({ params, actor }, reply) => {
    await inOrgan(app.db, actor.organId, (tx) => removeWordList(tx, actor, params.id))
    return reply.code(204).send()
  })
}
