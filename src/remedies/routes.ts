import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { lookInOrgan } from '../db/organ.ts'
import { businessRoles } from '../organs/role.ts'
import { listRemedies } from './store.ts'

const config = { access: { roles: businessRoles } } as const
const Wanted = z.strictObject({
  q: z.string().trim().max(100, '查找的文字不超过100个字').default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})
const pageSize = 20

/** 复议诉讼: the cases that were imported. */
export const remedyRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/ledgers/remedies', { config, schema: { querystring: Wanted } }, async ({ query, actor }) => ({
    ...(await lookInOrgan(app.db, actor.organId, (tx) =>
      listRemedies(tx, actor.organId, { words: query.q, page: query.page, pageSize }),
    )),
    pageSize,
  }))
}
