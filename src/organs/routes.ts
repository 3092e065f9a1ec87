import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { inOrgan } from '../db/organ.ts'
import { changeOrgan, changeSite } from './actions.ts'
import { type AuditRoutes, auditRoutes } from './audit-log/routes.ts'
import { type DirectoryRoutes, directoryRoutes } from './directory/routes.ts'
import type { FirstDay } from './first-steps/first-step.ts'
import { firstStepRoutes } from './first-steps/routes.ts'
import { officeRoutes } from './offices/routes.ts'
import { OrganChange } from './organ.ts'
import { passkeySite } from './passkeys/passkey-site.ts'
import { passkeyRoutes } from './passkeys/routes.ts'
import { savedViewRoutes } from './saved-views/routes.ts'
import { sealRoutes } from './seal/routes.ts'
import { sessionRoutes } from './session/routes.ts'
import { settingRoutes } from './settings/routes.ts'
import { type SetupRoutes, setupRoutes } from './setup/routes.ts'
import { SiteFacts } from './site-facts.ts'
import { staffRoutes } from './staff/routes.ts'
import * as store from './store.ts'
import { unitRoutes } from './units/routes.ts'

interface OrganRoutes extends AuditRoutes, SetupRoutes, DirectoryRoutes, Pick<FirstDay, 'sendsMail'> {}

/** What the console asks of this room, below /api/console. */
export const organRoutes: FastifyPluginAsyncZod<OrganRoutes> = async (
  app,
  { dataFolder, contents, sendsMail, door, origin, directory },
) => {
  const site = passkeySite(origin)
  await app.register(setupRoutes, { door })
  await app.register(sessionRoutes, { site })
  await app.register(passkeyRoutes, { site })
  await app.register(directoryRoutes, { directory, origin })
  await app.register(unitRoutes)
  await app.register(staffRoutes)
  await app.register(officeRoutes)
  await app.register(settingRoutes)
  await app.register(savedViewRoutes)
  await app.register(sealRoutes)
  await app.register(firstStepRoutes, { sendsMail })
  await app.register(auditRoutes, { dataFolder, contents })

  app.get('/organ', { config: { access: 'signedIn' } }, ({ actor }) =>
    inOrgan(app.db, actor.organId, (tx) => store.get(tx, actor.organId)),
  )
  app.put(
    '/organ',
    { config: { access: { roles: ['systemAdmin'] } }, schema: { body: OrganChange } },
    ({ actor, body }) => inOrgan(app.db, actor.organId, (tx) => changeOrgan(tx, actor, body)),
  )
  app.put(
    '/organ/site',
    { config: { access: { roles: ['systemAdmin'] } }, schema: { body: SiteFacts } },
    ({ actor, body }) => inOrgan(app.db, actor.organId, (tx) => changeSite(tx, actor, body)),
  )
}
