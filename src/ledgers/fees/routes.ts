import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { yearOf } from '../../days/plain-date.ts'
import { yearBetween } from '../../days/typed-year.ts'
import { onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan } from '../../db/organ.ts'
import { businessRoles } from '../../organs/role.ts'
import { inYearOf, knowingly } from '../knowingly.ts'
import { enterFee } from './actions.ts'
import { listFees, sumFees } from './store.ts'

const config = { access: { roles: businessRoles } } as const
const entering = { access: { roles: ['clerk'] } } as const
const Wanted = z.strictObject({
  year: yearBetween(1949, 2200).optional(),
  item: z.string().trim().max(200).default(''),
  q: z.string().trim().max(100, '查找的文字不超过100个字').default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})
/** Checked cell by cell by the ledger's own declaration. */
const Typed = z.record(z.string().max(40), z.string().max(4000).nullable())

const pageSize = 20

/** 行政事业性收费: receipts and what they come to. */
export const feeRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/ledgers/fees', { config, schema: { querystring: Wanted } }, async ({ query, actor }) =>
    inOrgan(app.db, actor.organId, async (tx) => {
      const year = query.year ?? yearOf(actor.today)
      const found = await listFees(tx, actor.organId, { ...query, year, words: query.q, pageSize })
      return { ...found, year, pageSize }
    }),
  )

  app.get('/ledgers/fees/sums', { config }, async ({ actor }) =>
    inOrgan(app.db, actor.organId, async (tx) => ({ items: await sumFees(tx, actor.organId) })),
  )

  app.post('/ledgers/fees', { config: entering, schema: { body: Typed } }, async (request) =>
    onceInOrgan(app.db, request, (tx) =>
      knowingly(tx, request, inYearOf(request.body.collectedOn), () => enterFee(tx, request.actor, request.body)),
    ),
  )
}
