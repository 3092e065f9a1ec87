import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { inOrgan } from '../../db/organ.ts'
import { downloadHeaders } from '../../files/disposition.ts'
import { exportForm, page } from '../../lists/wanted.ts'
import { businessRoles } from '../../organs/role.ts'
import { WantedFees } from '../fees/fee-register.ts'
import { exportFees, showFees } from '../fees/show-fees.ts'

const config = { access: { roles: businessRoles } } as const

/** The register of information processing fees. */
export const feeRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/processing-fees', { config, schema: { querystring: WantedFees.extend(page) } }, async ({ query, actor }) =>
    inOrgan(app.db, actor.organId, (tx) => showFees(tx, actor, query)),
  )

  app.get(
    '/processing-fees/export',
    { config, schema: { querystring: WantedFees.extend(exportForm) } },
    async ({ query, actor }, reply) => {
      const file = await inOrgan(app.db, actor.organId, (tx) => exportFees(tx, actor, query))
      return reply.headers(downloadHeaders(file)).send(Buffer.from(file.bytes))
    },
  )
}
