import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import packageJson from '../../package.json' with { type: 'json' }
import { calendarRoutes } from '../calendar/notices/routes.ts'
import './joins.ts'
import { channelRoutes } from '../channels/routes.ts'
import type { Runtime } from '../db/runtime.ts'
import { disclosureRoutes } from '../disclosure/routes.ts'
import { feedbackRoutes } from '../feedback/routes.ts'
import { diskOf } from '../files/uploads/disk-room.ts'
import { uploadRoutes } from '../files/uploads/routes.ts'
import { type WaitingQuota, waitingQuota } from '../files/waiting.ts'
import { openAccessLog } from '../http/access-log.ts'
import { openAddresses } from '../http/addresses.ts'
import { type BackupDoor, backupRoutes } from '../http/backup.ts'
import { consoleRoutes } from '../http/console.ts'
import { openFront } from '../http/front.ts'
import { healthRoutes } from '../http/health.ts'
import { ownHosts } from '../http/hosts.ts'
import { createServer } from '../http/server.ts'
import { jobRoutes } from '../jobs/routes.ts'
import { ledgerRoutes } from '../ledgers/routes.ts'
import type { DirectoryRoutes } from '../organs/directory/routes.ts'
import { businessRoles } from '../organs/role.ts'
import { organRoutes } from '../organs/routes.ts'
import { openSetupDoor, type SetupDoor } from '../organs/setup/door.ts'
import { outboxRoutes } from '../outbox/routes.ts'
import { platformOfficeRoutes } from '../platform/routes.ts'
import { dataRoutes } from '../portal/about/data-routes.ts'
import { machineRoutes } from '../portal/about/machine-routes.ts'
import { aboutRoutes } from '../portal/about/routes.ts'
import { portalApi } from '../portal/api.ts'
import { publicRecordRoutes } from '../portal/disclosure/routes.ts'
import { publicFeedbackRoutes } from '../portal/feedback/routes.ts'
import { platformRoutes } from '../portal/platform/routes.ts'
import { openPortal } from '../portal/portal.ts'
import { publicRequestRoutes } from '../portal/requests/routes.ts'
import { portalRoutes } from '../portal/routes.ts'
import { publicSubscriptionRoutes } from '../portal/subscriptions/routes.ts'
import { remedyCaseRoutes } from '../remedies/cases/routes.ts'
import { remedyRoutes } from '../remedies/routes.ts'
import { reportRoutes } from '../report/routes.ts'
import { requestRoutes } from '../requests/routes.ts'
import { standInRoutes } from '../review/stand-ins/routes.ts'
import { turnRoutes } from '../review/turns/routes.ts'
import { subscriptionRoutes } from '../subscriptions/routes.ts'
import { supervisionRoutes } from '../supervision/routes.ts'
import { contentChecks } from './content-checks.ts'
import { directorySettings } from './directory-settings.ts'
import { findRoutes } from './find.ts'
import { outboxTitles } from './leaving.ts'
import { accessLogSettings } from './log-settings.ts'
import { readList, siteOrigin, tellsByMail } from './site-origin.ts'
import { today } from './today.ts'

const loopback = ['127.0.0.1', 'localhost', '[::1]']

/** What the server is opened on. */
export interface Ground extends Pick<Runtime, 'db' | 'url'>, Partial<Pick<Runtime, 'dataFolder' | 'embedded'>> {
  readonly backup?: BackupDoor | undefined
  /** By which the first bureau comes in; without it no key opens anything. */
  readonly setupDoor?: SetupDoor | undefined
}

/** The whole server, not yet listening: every door on it. */
export async function buildApp(
  ground: Ground,
  env: NodeJS.ProcessEnv = process.env,
  now = () => new Date(),
): Promise<FastifyInstance> {
  const { db, url, dataFolder, embedded } = ground
  const named = readList(env.KAICHENG_HOSTS)
  const origin = siteOrigin(env)
  const proxies = readList(env.KAICHENG_PROXIES)
  const logSettings = accessLogSettings(env, dataFolder)
  const accessLog = logSettings && openAccessLog(logSettings)
  const { of: addressOf } = openAddresses(proxies)
  const hosts = [...loopback, new URL(origin).hostname, ...named]
  const front = openFront({
    isOwnHost: ownHosts(hosts),
    onAnswer: accessLog && ((request, facts) => accessLog.write(facts, { address: addressOf(request) })),
  })
  const portal = openPortal({ db, url, origin, front, tellsByMail: tellsByMail(env) })
  const app = createServer({
    db,
    hosts,
    proxies,
    networks: { metrics: readList(env.KAICHENG_METRICS_FROM), console: readList(env.KAICHENG_CONSOLE_FROM) },
    accessLog,
    front,
    disk: embedded && dataFolder !== undefined ? diskOf(dataFolder) : undefined,
    clock: { now, today: () => today(env, now()) },
    origin,
    renderProblem: portal.renderProblem,
  })
  if (accessLog) app.addHook('onClose', () => accessLog.close())
  await app.register(swagger, {
    openapi: { info: { title: '开诚', version: packageJson.version, description: '政府信息公开工作平台' } },
    transform: (route) => (route.url.startsWith('/api/console/') ? hidden(route) : jsonSchemaTransform(route)),
  })
  await app.register(healthRoutes, { dataFolder })
  const sendsMail = !!env.KAICHENG_SMTP_URL
  await openPublicDoors(app, portal, {
    freeSubmissions: readCount(env.KAICHENG_FREE_SUBMISSIONS),
    quota: waitingQuota(readWaiting(env.KAICHENG_WAITING_MB)),
    sendsMail,
  })
  await openOfficeDoors(app, ground, { sendsMail, origin, directory: directorySettings(env) })
  app.get('/api/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, async () => app.swagger())
  return app
}

async function openPublicDoors(
  app: FastifyInstance,
  portal: ReturnType<typeof openPortal>,
  limits: {
    readonly freeSubmissions: number | undefined
    readonly quota: WaitingQuota
    readonly sendsMail: boolean
  },
): Promise<void> {
  await app.register(portalRoutes, { portal })
  await app.register(aboutRoutes, { portal })
  await app.register(dataRoutes, { portal })
  await app.register(machineRoutes, { portal })
  await app.register(platformRoutes, { portal })
  await app.register(publicRequestRoutes, { portal, ...limits })
  await app.register(publicFeedbackRoutes, { portal, ...limits })
  await app.register(publicSubscriptionRoutes, { portal, ...limits })
  await app.register(publicRecordRoutes, { portal })
  await app.register(portalApi, { portal })
}

async function openOfficeDoors(
  app: FastifyInstance,
  { dataFolder, backup, setupDoor = openSetupDoor() }: Ground,
  site: { readonly sendsMail: boolean } & DirectoryRoutes,
): Promise<void> {
  const prefix = '/api/console'
  await app.register(consoleRoutes)
  await app.register(organRoutes, { prefix, dataFolder, contents: contentChecks, ...site, door: setupDoor })
  await app.register(findRoutes, { prefix })
  await app.register(requestRoutes, { prefix })
  await app.register(feedbackRoutes, { prefix })
  // Reviewers too: who may change a text in review may change its files.
  await app.register(uploadRoutes, { prefix, config: { access: { roles: businessRoles } } })
  await app.register(calendarRoutes, { prefix })
  await app.register(disclosureRoutes, { prefix })
  await app.register(platformOfficeRoutes, { prefix })
  await app.register(subscriptionRoutes, { prefix })
  await app.register(standInRoutes, { prefix })
  await app.register(turnRoutes, { prefix })
  await app.register(supervisionRoutes, { prefix })
  await app.register(ledgerRoutes, { prefix })
  await app.register(channelRoutes, { prefix })
  await app.register(remedyRoutes, { prefix })
  await app.register(remedyCaseRoutes, { prefix })
  await app.register(reportRoutes, { prefix })
  await app.register(jobRoutes, { prefix })
  await app.register(outboxRoutes, { prefix, titles: outboxTitles })
  await app.register(backupRoutes, { prefix, backup })
}

/** What only staff may call is described to nobody else. */
const hidden: typeof jsonSchemaTransform = ({ url, schema }) => ({ url, schema: { ...schema, hide: true } })

/** How many requests an hour one network address may send before each costs a computation; undefined: the usual. */
function readCount(text: string | undefined): number | undefined {
  if (!text) return undefined
  if (!/^\d{1,7}$/.test(text)) throw new Error(`KAICHENG_FREE_SUBMISSIONS 的值“${text}”不是件数`)
  return Number(text)
}

/** How many megabytes of the public's files may wait for their form; undefined: the usual. */
function readWaiting(text: string | undefined): number | undefined {
  if (!text) return undefined
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new Error(`KAICHENG_WAITING_MB 的值“${text}”不是兆字节数，写法为 500`)
  return Number(text)
}
