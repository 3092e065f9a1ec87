import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { onceInOrgan } from '../../db/answer-once.ts'
import type { Tx } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import type { Actor } from '../actor.ts'
import { Role } from '../role.ts'
import { addStaff, changeStaff, disableStaff, enableStaff } from './actions.ts'
import { resetPassword, resetSecondFactor, setRoles, unlock } from './security-actions.ts'
import { listStaff } from './show.ts'
import { NewStaff, StaffChange } from './staff.ts'

const params = z.object({ id: z.uuid() })
const Roles = z.strictObject({ roles: z.array(Role).max(20) })
const done = { done: true } as const

/** Accounts: the system administrator makes and shuts them, the security administrator says what they may do. */
export const staffRoutes: FastifyPluginAsyncZod = async (app) => {
  const system = { access: { roles: ['systemAdmin'] } } as const
  const security = { access: { roles: ['securityAdmin'] } } as const
  const { clock } = app
  const act = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => inOrgan(app.db, actor.organId, work)

  app.get('/staff', { config: { access: 'signedIn' } }, async ({ actor }) => ({
    items: await act(actor, (tx) => listStaff(tx, actor, clock.now())),
  }))
  app.post('/staff', { config: system, schema: { body: NewStaff } }, (request) =>
    onceInOrgan(app.db, request, (tx) => addStaff(tx, request.actor, request.body)),
  )
  app.put('/staff/:id', { config: system, schema: { params, body: StaffChange } }, async ({ actor, params, body }) => {
    await act(actor, (tx) => changeStaff(tx, actor, params.id, body))
    return done
  })
  app.post('/staff/:id/disable', { config: system, schema: { params } }, async ({ actor, params }) => {
    await act(actor, (tx) => disableStaff(tx, actor, params.id, clock.now()))
    return done
  })
  app.post('/staff/:id/enable', { config: system, schema: { params } }, async ({ actor, params }) => {
    await act(actor, (tx) => enableStaff(tx, actor, params.id))
    return done
  })
  app.put(
    '/staff/:id/roles',
    { config: security, schema: { params, body: Roles } },
    async ({ actor, params, body }) => {
      await act(actor, (tx) => setRoles(tx, actor, params.id, body.roles))
      return done
    },
  )
  app.post('/staff/:id/password-reset', { config: security, schema: { params } }, (request) =>
    onceInOrgan(app.db, request, (tx) => resetPassword(tx, request.actor, request.params.id, clock.now())),
  )
  app.post('/staff/:id/second-factor-reset', { config: security, schema: { params } }, async ({ actor, params }) => {
    await act(actor, (tx) => resetSecondFactor(tx, actor, params.id, clock.now()))
    return done
  })
  app.post('/staff/:id/unlock', { config: security, schema: { params } }, async ({ actor, params }) => {
    await act(actor, (tx) => unlock(tx, actor, params.id))
    return done
  })
}
