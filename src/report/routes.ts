import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { yearOf } from '../days/plain-date.ts'
import { yearBetween } from '../days/typed-year.ts'
import { onceInOrgan } from '../db/answer-once.ts'
import { inOrgan } from '../db/organ.ts'
import { confirmYear, endConfirmation, showLedgerYear } from '../ledgers/years/actions.ts'
import { ConfirmYear, EndConfirmation, yearConfirmers } from '../ledgers/years/ledger-year.ts'
import { listYears } from '../ledgers/years/store.ts'
import { businessRoles } from '../organs/role.ts'
import * as organs from '../organs/store.ts'
import { reportDraftRoutes } from './draft/routes.ts'
import { findDrift } from './drift.ts'
import { filingRoutes } from './filing/routes.ts'
import { isFrozen } from './moved.ts'
import { isPublished, listPublished } from './store/published.ts'

const config = { access: { roles: businessRoles } } as const
const confirming = { access: { roles: yearConfirmers } } as const
const Year = yearBetween(2008, 2200)
const Wanted = z.strictObject({ year: Year.optional() })
const Id = z.strictObject({ id: z.uuid('没有这项确认') })

/** What is known of the ledgers, year by year, and which published reports no longer agree with them. */
export const reportRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(reportDraftRoutes)
  await app.register(filingRoutes)

  app.get('/ledgers/years', { config, schema: { querystring: Wanted } }, async ({ query, actor }) =>
    inOrgan(app.db, actor.organId, async (tx) => {
      const running = yearOf(actor.today)
      const year = query.year ?? running - 1
      const organ = await organs.get(tx, actor.organId)
      const before = Array.from({ length: 5 }, (_, back) => running - back)
      const published = (await listPublished(tx, actor.organId)).map((each) => each.year)
      const years = [...new Set([...before, year, ...published, ...(await listYears(tx, actor.organId))])]
      return {
        year,
        isOver: year < running,
        isPublished: await isPublished(tx, actor.organId, year),
        years: years.filter((each) => each <= running).sort((a, b) => b - a),
        ledgers: await showLedgerYear(tx, organ, year),
      }
    }),
  )

  app.post('/ledgers/confirmations', { config: confirming, schema: { body: ConfirmYear } }, async (request) =>
    onceInOrgan(app.db, request, (tx) => confirmYear(tx, request.actor, request.body)),
  )

  app.post(
    '/ledgers/confirmations/:id/end',
    { config: confirming, schema: { params: Id, body: EndConfirmation } },
    async ({ params, body, actor }, reply) => {
      await inOrgan(app.db, actor.organId, (tx) => endConfirmation(tx, actor, params.id, body.reason, isFrozen))
      return reply.code(204).send()
    },
  )

  app.get('/reports/drift', { config }, async ({ actor }) =>
    inOrgan(app.db, actor.organId, async (tx) => ({ items: await findDrift(tx, actor.organId) })),
  )
}
