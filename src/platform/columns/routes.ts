import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan } from '../../db/organ.ts'
import { businessRoles } from '../../organs/role.ts'
import { addColumn, changeColumn, closeColumn, giveColumns, moveColumn, reopenColumn, showColumns } from './actions.ts'
import { ColumnChange, ColumnClosing, ColumnMove, ColumnsUnit, NewColumn, platformEditors } from './column.ts'

const reading = { access: { roles: [...new Set([...businessRoles, ...platformEditors])] } } as const
const editing = { access: { roles: platformEditors } } as const
const params = z.object({ id: z.string().max(60) })
const done = { done: true } as const

/** The columns of the platform: everybody who publishes sees them, the head of the work body and the administrator arrange them. */
export const columnRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/columns', { config: reading }, async ({ actor }) => ({
    items: await inOrgan(app.db, actor.organId, (tx) => showColumns(tx, actor)),
  }))
  app.post('/columns', { config: editing, schema: { body: NewColumn } }, async (request) => ({
    id: await onceInOrgan(app.db, request, (tx) => addColumn(tx, request.actor, request.body)),
  }))
  app.post('/columns/unit', { config: editing, schema: { body: ColumnsUnit } }, ({ actor, body }) =>
    inOrgan(app.db, actor.organId, (tx) => giveColumns(tx, actor, body)),
  )
  app.put('/columns/:id', { config: editing, schema: { params, body: ColumnChange } }, async (request) => {
    const { actor, params, body } = request
    await inOrgan(app.db, actor.organId, (tx) => changeColumn(tx, actor, params.id, body))
    return done
  })
  app.post('/columns/:id/move', { config: editing, schema: { params, body: ColumnMove } }, async (request) => {
    const { actor, params, body } = request
    await inOrgan(app.db, actor.organId, (tx) => moveColumn(tx, actor, params.id, body))
    return done
  })
  app.post('/columns/:id/close', { config: editing, schema: { params, body: ColumnClosing } }, async (request) => {
    const { actor, params, body } = request
    await inOrgan(app.db, actor.organId, (tx) => closeColumn(tx, actor, params.id, body))
    return done
  })
  app.post('/columns/:id/reopen', { config: editing, schema: { params } }, async ({ actor, params }) => {
    await inOrgan(app.db, actor.organId, (tx) => reopenColumn(tx, actor, params.id))
    return done
  })
}
