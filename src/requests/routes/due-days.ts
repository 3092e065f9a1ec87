import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { inOrgan } from '../../db/organ.ts'
import { downloadHeaders } from '../../files/disposition.ts'
import { businessRoles } from '../../organs/role.ts'
import { WantedDays } from '../due-days/due-days.ts'
import { dueDaysIcs, showDueDays } from '../due-days/show-due-days.ts'

const config = { access: { roles: businessRoles } } as const
const schema = { querystring: WantedDays }

/** The days on which open requests fall due, month by month. */
export const dueDayRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/request-due-days', { config, schema }, ({ query, actor }) =>
    inOrgan(app.db, actor.organId, (tx) => showDueDays(tx, actor, query)),
  )

  app.get('/request-due-days.ics', { config, schema }, async ({ query, actor }, reply) => {
    const text = await inOrgan(app.db, actor.organId, (tx) => dueDaysIcs(tx, actor, query, app.clock.now()))
    return reply.headers(downloadHeaders({ name: '期限.ics', contentType: 'text/calendar' })).send(text)
  })
}
