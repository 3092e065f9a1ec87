import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { loadCalendar } from '../../calendar/notices/store.ts'
import { PlainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { downloadHeaders } from '../../files/disposition.ts'
import { exportForm, page, pageSize, partOf } from '../../lists/wanted.ts'
import { businessRoles } from '../../organs/role.ts'
import { giveLateReason } from './actions.ts'
import { exportLate } from './export.ts'
import { figuresOf, linesOf } from './figures.ts'
import { listLate, listSpans } from './store.ts'
import { LateReason } from './timeliness.ts'
import { spanOr, WantedLate } from './wanted.ts'

const config = { access: { roles: businessRoles } } as const
const explaining = { access: { roles: ['clerk', 'unitHead', 'ogiHead'] } } as const
const Id = z.strictObject({ id: z.uuid('没有这条信息') })
const Span = z.strictObject({ from: PlainDate, to: PlainDate })
/** How soon information comes out, what came out late, and why. */
export const timelinessRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/timeliness', { config, schema: { querystring: Span } }, async ({ query, actor }) =>
    inOrgan(app.db, actor.organId, async (tx) => {
      const calendar = await loadCalendar(tx)
      const rows = await listSpans(tx, actor.organId, query)
      return {
        all: figuresOf(calendar, rows),
        byColumn: linesOf(calendar, rows, ({ columnId, columnName }) => ({ id: columnId, name: columnName })),
        byUnit: linesOf(calendar, rows, ({ unitId, unitName }) => ({ id: unitId, name: unitName })),
      }
    }),
  )

  app.get(
    '/timeliness/late',
    { config, schema: { querystring: WantedLate.extend(page) } },
    async ({ query: { page: at, ...wanted }, actor }) =>
      inOrgan(app.db, actor.organId, async (tx) => ({
        ...(await listLate(tx, actor.organId, { ...wanted, ...spanOr(actor.today, wanted) }, partOf(at))),
        pageSize,
      })),
  )

  app.get(
    '/timeliness/late/export',
    { config, schema: { querystring: WantedLate.extend(exportForm) } },
    async ({ query, actor }, reply) => {
      const file = await inOrgan(app.db, actor.organId, (tx) => exportLate(tx, actor, query))
      return reply.headers(downloadHeaders(file)).send(Buffer.from(file.bytes))
    },
  )

  app.put(
    '/timeliness/records/:id/reason',
    { config: explaining, schema: { params: Id, body: LateReason } },
    async ({ params, body, actor }, reply) => {
      await inOrgan(app.db, actor.organId, (tx) => giveLateReason(tx, actor, params.id, body))
      return reply.code(204).send()
    },
  )
}
