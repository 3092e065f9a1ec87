import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan } from '../../db/organ.ts'
import { downloadHeaders } from '../../files/disposition.ts'
import { kinds } from '../../files/kinds.ts'
import { safeName } from '../../files/name.ts'
import { readingMs, receiveFile } from '../../files/receive.ts'
import { platformEditors } from '../../platform/columns/column.ts'
import { refusals } from '../../refusal.ts'
import { keepWordList, previewWordList, removeWordList } from '../actions/word-lists.ts'
import * as store from '../store/words.ts'
import { WordListFacts } from '../word-list.ts'
import { readWordList, writeWordList } from '../word-list-file.ts'

const config = { access: { roles: platformEditors } } as const
const Id = z.strictObject({ id: z.uuid('没有这个词表') })
const Wanted = z.strictObject({
  q: z.string().trim().max(60, '查找的词不超过60个字').default(''),
  list: z.uuid('没有这个词表').optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})
const pageSize = 50
const maxBytes = 4 * 1024 * 1024
const uploading = { bodyLimit: maxBytes + 64 * 1024, handlerTimeout: readingMs }
const shownProblems = 50
const { contentType } = kinds.xlsx

/** Lists of wrong and sensitive words and of former names: read, taken in from a file, handed out, taken away. */
export const wordListRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(multipart, { limits: { files: 1, fields: 0, parts: 1, fileSize: maxBytes } })

  app.get('/word-lists', { config }, async ({ actor }) =>
    inOrgan(app.db, actor.organId, async (tx) => ({ items: await store.listWordLists(tx, actor.organId) })),
  )

  app.get('/word-lists/words', { config, schema: { querystring: Wanted } }, async ({ actor, query }) => {
    const wanted = { words: query.q, listId: query.list, page: query.page, pageSize }
    return { ...(await inOrgan(app.db, actor.organId, (tx) => store.findWords(tx, actor.organId, wanted))), pageSize }
  })

  app.get('/word-lists/template', { config }, async (_request, reply) =>
    reply
      .headers(downloadHeaders({ name: '错敏词表模板.xlsx', contentType }))
      .send(await writeWordList('错敏词表模板', [])),
  )

  app.post('/word-lists/preview', { config, schema: { querystring: WordListFacts }, ...uploading }, async (request) => {
    const { actor, query } = request
    const read = await uploadedWords(request)
    if ('problems' in read)
      return { changes: null, isKnown: false, count: read.problems.length, ...shown(read.problems) }
    const preview = await inOrgan(app.db, actor.organId, (tx) => previewWordList(tx, actor, query.name, read.words))
    return { count: 0, problems: [], ...preview }
  })

  app.post('/word-lists', { config, schema: { querystring: WordListFacts }, ...uploading }, async (request, reply) => {
    const { actor, query } = request
    const read = await uploadedWords(request)
    if ('problems' in read) {
      const count = read.problems.length
      const message = `文件有${count}处错误，全部没有导入`
      return reply.code(422).send({ code: 'word_list_wrong', message, count, ...shown(read.problems) })
    }
    return onceInOrgan(app.db, request, (tx) => keepWordList(tx, actor, query, read.words), read.words)
  })

  app.get('/word-lists/:id.xlsx', { config, schema: { params: Id } }, async ({ params, actor }, reply) => {
    const { name, words } = await inOrgan(app.db, actor.organId, async (tx) => {
      const list = (await store.listWordLists(tx, actor.organId)).find(({ id }) => id === params.id)
      if (!list) throw refusals.unknownWordList()
      return { name: list.name, words: await store.listWords(tx, actor.organId, params.id) }
    })
    const file = { name: safeName(`${name}.xlsx`), contentType }
    return reply.headers(downloadHeaders(file)).send(await writeWordList(name, words))
  })

  app.delete('/word-lists/:id', { config, schema: { params: Id } }, async ({ params, actor }, reply) => {
    await inOrgan(app.db, actor.organId, (tx) => removeWordList(tx, actor, params.id))
    return reply.code(204).send()
  })
}

async function uploadedWords(request: FastifyRequest): ReturnType<typeof readWordList> {
  const { name, bytes } = await receiveFile(request)
  return readWordList(bytes, safeName(name))
}

const shown = <Problem>(problems: readonly Problem[]) => ({ problems: problems.slice(0, shownProblems) })
