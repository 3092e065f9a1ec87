import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { onceInOrgan } from '../../db/answer-once.ts'
import { lookInOrgan } from '../../db/organ.ts'
import { businessRoles } from '../../organs/role.ts'
import { listImports } from './store.ts'
import { undoImport } from './undo.ts'

const config = { access: { roles: businessRoles } } as const
const undoing = { access: { roles: ['unitHead', 'ogiHead'] } } as const
const Id = z.strictObject({ id: z.uuid('没有这次导入') })
const Undo = z.strictObject({
  reason: z.string().trim().min(1, '请写明撤销的理由').max(500, '理由不超过500个字'),
})

/** 台账导入: what was imported, and taking an import back. */
export const importRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/ledgers/imports', { config }, async ({ actor }) => ({
    items: await lookInOrgan(app.db, actor.organId, (tx) => listImports(tx, actor.organId)),
  }))

  app.post('/ledgers/imports/:id/undo', { config: undoing, schema: { params: Id, body: Undo } }, async (request) =>
    onceInOrgan(app.db, request, (tx) => undoImport(tx, request.actor, request.params.id, request.body.reason)),
  )
}
