import swagger from '@fastify/swagger'
import type { Command } from 'commander'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { channelRoutes } from '../channels/routes.ts'
import { openRuntime, type Runtime } from '../db/runtime.ts'
import { disclosureRoutes } from '../disclosure/routes.ts'
import { type BackupDoor, backupRoutes } from '../http/backup.ts'
import { consoleRoutes } from '../http/console.ts'
import { openFront } from '../http/front.ts'
import { healthRoutes } from '../http/health.ts'
import { createServer } from '../http/server.ts'
import { type Jobs, startJobs } from '../jobs/jobs.ts'
import { ledgerRoutes } from '../ledgers/routes.ts'
import { transportFrom } from '../mail/transport.ts'
import { organRoutes } from '../organs/routes.ts'
import { portalApi } from '../portal/api.ts'
import { publicRecordRoutes } from '../portal/disclosure/routes.ts'
import { platformRoutes } from '../portal/platform/routes.ts'
import { openPortal } from '../portal/portal.ts'
import { publicRequestRoutes } from '../portal/requests/routes.ts'
import { portalRoutes } from '../portal/routes.ts'
import { refusals } from '../refusal.ts'
import { requestRoutes } from '../requests/routes.ts'
import { openBackupWork } from './backup-work.ts'
import { bureau } from './demo/bureau.ts'
import { loadDemo } from './demo/demo.ts'
import { demoAccounts } from './demo/live/accounts.ts'
import { loadLiveDemo } from './demo/live/load.ts'
import { publishDemo } from './demo/publish-demo.ts'
import { openPlatforms } from './open-platforms.ts'
import { remindAll, timedWork } from './timed-work.ts'
import { today } from './today.ts'
import { holdsDemo, runtimeOptions } from './with-database.ts'

const loopback = ['127.0.0.1', 'localhost', '[::1]']

/** The whole server, not yet listening: every door on it. */
export async function buildApp(
  {
    db,
    url,
    dataFolder,
    backup,
  }: Pick<Runtime, 'db' | 'url'> & Partial<Pick<Runtime, 'dataFolder'>> & { readonly backup?: BackupDoor | undefined },
  env: NodeJS.ProcessEnv = process.env,
  now = () => new Date(),
): Promise<FastifyInstance> {
  const list = (text: string | undefined) => (text ?? '').split(',').flatMap((name) => name.trim().toLowerCase() || [])
  const hosts = list(env.KAICHENG_HOSTS)
  const origin =
    readOrigin(env.KAICHENG_ORIGIN) ?? (hosts[0] ? `https://${hosts[0]}` : `http://127.0.0.1:${env.PORT || 3000}`)
  const log = env.KAICHENG_LOG === 'on'
  const front = openFront()
  // A log has every request in it.
  if (log) front.close()
  const portal = openPortal({ db, url, origin, front })
  const app = createServer({
    db,
    hosts: [...loopback, new URL(origin).hostname, ...hosts],
    proxies: list(env.KAICHENG_PROXIES),
    networks: { metrics: list(env.KAICHENG_METRICS_FROM), console: list(env.KAICHENG_CONSOLE_FROM) },
    ...{ log, front },
    clock: { now, today: () => today(env, now()) },
    origin,
    renderProblem: portal.renderProblem,
  })
  await app.register(swagger, {
    openapi: { info: { title: '开诚', version: '0.1.0', description: '政府信息公开工作平台' } },
    transform: (route) => (route.url.startsWith('/api/console/') ? hidden(route) : jsonSchemaTransform(route)),
  })
  await app.register(healthRoutes)
  await app.register(portalRoutes, { portal })
  await app.register(platformRoutes, { portal })
  await app.register(publicRequestRoutes, { portal, freeSubmissions: readCount(env.KAICHENG_FREE_SUBMISSIONS) })
  await app.register(publicRecordRoutes, { portal })
  await app.register(portalApi, { portal })
  await app.register(consoleRoutes)
  await app.register(organRoutes, { prefix: '/api/console', dataFolder })
  await app.register(requestRoutes, { prefix: '/api/console' })
  await app.register(disclosureRoutes, { prefix: '/api/console' })
  await app.register(ledgerRoutes, { prefix: '/api/console' })
  await app.register(channelRoutes, { prefix: '/api/console' })
  await app.register(backupRoutes, { prefix: '/api/console', backup })
  app.get('/api/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, async () => app.swagger())
  return app
}

/** What only staff may call is described to nobody else. */
const hidden: typeof jsonSchemaTransform = ({ url, schema }) => ({ url, schema: { ...schema, hide: true } })

export function register(program: Command): void {
  program
    .command('serve')
    .description('启动网站（首次启动时建立数据库并装入演示数据）')
    .addHelpText(
      'after',
      '\n环境变量：PORT 端口（默认3000）、HOST 监听地址（默认127.0.0.1）、KAICHENG_DATA 数据目录、DATABASE_URL 数据库地址、KAICHENG_ORIGIN 网站对外地址（如 https://www.shili.gov.cn）',
    )
    .action(serve)
}

async function serve(): Promise<void> {
  const port = readPort(process.env.PORT)
  const day = today()
  const mail = transportFrom()
  const options = runtimeOptions()
  const runtime = await openRuntime({ ...options, applicationName: 'kaicheng server' })
  if (!(await runtime.claim())) {
    await runtime.close()
    throw refusals.dataFolderInUse(options.dataFolder)
  }
  // Every page asks for the day: the environment itself answers fifty times more slowly than what was copied out of it.
  const backup = openBackupWork(runtime, process.env)
  const app = await buildApp({ ...runtime, backup }, { ...process.env })
  const work = { db: runtime.db, dataFolder: options.dataFolder, today, mail, backup }
  let jobs: Jobs | undefined
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    await backup?.stop()
    await jobs?.stop()
    mail?.close()
    await app.close()
    await runtime.close()
    process.exit()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, stop)
  try {
    if (holdsDemo(runtime)) {
      await loadDemo(runtime.db, console.log)
      await publishDemo(runtime.db, console.log)
      await loadLiveDemo(runtime.db, day, console.log)
    }
    await openPlatforms(runtime.db)
    await remindAll(work)
    await backup?.keep()
    const address = await app.listen({ port, host: process.env.HOST || '127.0.0.1' })
    const onProblem = (error: Error) => app.log.error(error)
    jobs = await startJobs({ url: runtime.url, ownerUrl: runtime.ownerUrl, onProblem }, timedWork(work))
    console.log(`开诚已启动（办公日期 ${day}）\n  公众门户  ${address}/\n  工作平台  ${address}/console/`)
    if (holdsDemo(runtime)) console.log(demoAccounts(bureau))
    console.log('按 Ctrl+C 停止')
  } catch (error) {
    // Work that a stop has cut off is taken up by the next start.
    if (isStopping) return
    process.exitCode = 1
    const isTaken = (error as { code?: string }).code === 'EADDRINUSE'
    const message = isTaken ? `端口 ${port} 已被占用，请用 PORT 另指一个端口` : error
    process.stderr.write(`${message instanceof Error ? message.message : message}\n`)
    await stop()
  }
}

/** The site's public address, without path and slash. */
function readOrigin(text: string | undefined): string | undefined {
  if (!text) return undefined
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username)
    throw new Error(`KAICHENG_ORIGIN 的值“${text}”不是网站地址，写法为 https://www.shili.gov.cn`)
  return url.origin
}

/** How many requests an hour one network address may send before each costs a computation; undefined: the usual. */
function readCount(text: string | undefined): number | undefined {
  if (!text) return undefined
  if (!/^\d{1,7}$/.test(text)) throw new Error(`KAICHENG_FREE_SUBMISSIONS 的值“${text}”不是件数`)
  return Number(text)
}

function readPort(text: string | undefined): number {
  const port = Number(text || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT 的值“${text}”不是端口号（1—65535）`)
  return port
}
