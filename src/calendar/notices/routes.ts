import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan } from '../../db/organ.ts'
import * as organs from '../../organs/store.ts'
import { refusals } from '../../refusal.ts'
import { importNotice, listNoticesInForce, previewNotice, takesInNotices } from './actions.ts'
import { HolidayNotice } from './store.ts'

const config = { access: { roles: ['systemAdmin'] } } as const
const Body = z.strictObject({ notice: HolidayNotice })

/** Holiday notices, and which days a new one moves. */
export const calendarRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/calendar', { config: { access: 'signedIn' } }, async ({ actor }) => ({
    notices: await inOrgan(app.db, actor.organId, listNoticesInForce),
  }))

  app.post('/calendar/preview', { config, schema: { body: Body } }, async ({ actor, body }) =>
    inOrgan(app.db, actor.organId, async (tx) => ({ moved: await previewNotice(tx, actor, body.notice) })),
  )

  app.post('/calendar', { config, schema: { body: Body } }, async (request) =>
    onceInOrgan(app.db, request, async (tx) => {
      const { actor, body } = request
      const own = await organs.get(tx, actor.organId)
      if (!takesInNotices(own, await organs.list(tx))) throw refusals.noticeByHead()
      const effects = await importNotice(tx, actor, body.notice)
      return { moved: effects.find(({ organ }) => organ === own.name)?.moved ?? [] }
    }),
  )
}
