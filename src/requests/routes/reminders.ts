import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { inOrgan } from '../../db/organ.ts'
import { businessRoles } from '../../organs/role.ts'
import { listReminders, markSeen } from '../store/reminders.ts'

const config = { access: { roles: businessRoles } } as const

/** What the bell of the console shows. */
export const reminderRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/reminders', { config }, async ({ actor }) => ({
    items: await inOrgan(app.db, actor.organId, (tx) => listReminders(tx, actor)),
  }))
  app.post('/reminders/seen', { config }, async ({ actor }, reply) => {
    await inOrgan(app.db, actor.organId, (tx) => markSeen(tx, actor, app.clock.now()))
    return reply.code(204).send()
  })
}
