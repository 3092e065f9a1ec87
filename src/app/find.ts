import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { inOrgan } from '../db/organ.ts'
import { findRecords } from '../disclosure/actions/find.ts'
import { soughtNumber } from '../law/document-number.ts'
import { findDecisionsCalled } from '../ledgers/decisions/store/decisions.ts'
import { findDocuments } from '../ledgers/documents/show.ts'
import { Words } from '../lists/wanted.ts'
import { businessRoles } from '../organs/role.ts'
import { findRequests } from '../requests/actions/find.ts'

const fewest = 2
const mostDecisions = 5

/** What the finder of the console finds, room by room. What is typed may be a name or a code, so it stands in no address. */
export const findRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/find',
    { config: { access: { roles: businessRoles } }, schema: { body: z.strictObject({ words: Words }) } },
    async ({ body: { words }, actor }) => {
      if ([...words].length < fewest) return { requests: [], records: [], documents: [], decisions: [] }
      return inOrgan(app.db, actor.organId, async (tx) => ({
        requests: await findRequests(tx, actor, words),
        records: await findRecords(tx, actor, words),
        documents: await findDocuments(tx, actor, soughtNumber(words)),
        decisions: await findDecisionsCalled(tx, actor.organId, soughtNumber(words), mostDecisions),
      }))
    },
  )
}
