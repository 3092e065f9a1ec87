import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { contentDisposition } from '../../files/disposition.ts'
import { businessRoles } from '../../organs/role.ts'
import { exportRequests } from '../export.ts'
import { showList } from '../show-list.ts'
import { requestViews } from '../store/lists.ts'

const config = { access: { roles: businessRoles } } as const
const Words = z.string().trim().max(100, '查找的文字不超过100个字')
const Wanted = z.strictObject({
  view: z.enum(requestViews).default('queue'),
  q: Words.default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})
const Span = z.strictObject({ from: PlainDate, to: PlainDate })

const pageSize = 20
const mostFound = 10

/** Lists of requests: the queue, a search, an export. */
export const listRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/requests', { config, schema: { querystring: Wanted } }, async ({ query, actor }) =>
    inOrgan(app.db, actor.organId, (tx) => showList(tx, actor, { ...query, words: query.q, pageSize })),
  )

  app.get('/find', { config, schema: { querystring: z.strictObject({ q: Words }) } }, async ({ query, actor }) => {
    if (query.q.length < 2) return { items: [] }
    const wanted = { view: 'all', words: query.q, page: 1, pageSize: mostFound } as const
    const { items } = await inOrgan(app.db, actor.organId, (tx) => showList(tx, actor, wanted))
    return { items: items.map(({ id, number, summary }) => ({ id, number, summary })) }
  })

  app.get('/requests/export', { config, schema: { querystring: Span } }, async ({ query, actor }, reply) => {
    const { name, bytes } = await inOrgan(app.db, actor.organId, (tx) => exportRequests(tx, actor, query))
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', contentDisposition(name))
      .send(Buffer.from(bytes))
  })
}
