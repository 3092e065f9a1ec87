import swagger from '@fastify/swagger'
import type { Command } from 'commander'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import packageJson from '../../package.json' with { type: 'json' }
import { warnOfClock } from '../audit/clock.ts'
import { channelRoutes } from '../channels/routes.ts'
import { openRuntime, type Runtime } from '../db/runtime.ts'
import { disclosureRoutes } from '../disclosure/routes.ts'
import { tellFault } from '../faults/fault.ts'
import { diskOf } from '../files/uploads/disk-room.ts'
import { waitingQuota } from '../files/waiting.ts'
import { openAccessLog } from '../http/access-log.ts'
import { openAddresses } from '../http/addresses.ts'
import { type BackupDoor, backupRoutes } from '../http/backup.ts'
import { consoleRoutes } from '../http/console.ts'
import { openFront } from '../http/front.ts'
import { healthRoutes } from '../http/health.ts'
import { createServer } from '../http/server.ts'
import { type Jobs, startJobs } from '../jobs/jobs.ts'
import { jobRoutes } from '../jobs/routes.ts'
import { notingRuns } from '../jobs/runs.ts'
import { ledgerRoutes } from '../ledgers/routes.ts'
import { transportFrom } from '../mail/transport.ts'
import { organRoutes } from '../organs/routes.ts'
import * as organs from '../organs/store.ts'
import { portalApi } from '../portal/api.ts'
import { publicRecordRoutes } from '../portal/disclosure/routes.ts'
import { platformRoutes } from '../portal/platform/routes.ts'
import { openPortal } from '../portal/portal.ts'
import { publicRequestRoutes } from '../portal/requests/routes.ts'
import { portalRoutes } from '../portal/routes.ts'
import { Refusal, refusals } from '../refusal.ts'
import { requestRoutes } from '../requests/routes.ts'
import { type BackupWork, openBackupWork } from './backup-work.ts'
import { contentChecks } from './content-checks.ts'
import { bureau } from './demo/bureau.ts'
import { demoAccounts } from './demo/live/accounts.ts'
import { loadLiveDemo } from './demo/live/load.ts'
import { publishDemo } from './demo/publish-demo.ts'
import { bringDemo, demoSetting, isWithoutOrgan } from './demo-rule.ts'
import { accessLogSettings } from './log-settings.ts'
import { openPlatforms } from './open-platforms.ts'
import { remindAll, timedWork } from './timed-work.ts'
import { today } from './today.ts'
import { runtimeOptions } from './with-database.ts'

const loopback = ['127.0.0.1', 'localhost', '[::1]']

/** The whole server, not yet listening: every door on it. */
export async function buildApp(
  {
    db,
    url,
    dataFolder,
    embedded,
    backup,
  }: Pick<Runtime, 'db' | 'url'> &
    Partial<Pick<Runtime, 'dataFolder' | 'embedded'>> & { readonly backup?: BackupDoor | undefined },
  env: NodeJS.ProcessEnv = process.env,
  now = () => new Date(),
): Promise<FastifyInstance> {
  const list = (text: string | undefined) => (text ?? '').split(',').flatMap((name) => name.trim().toLowerCase() || [])
  const hosts = list(env.KAICHENG_HOSTS)
  const origin =
    readOrigin(env.KAICHENG_ORIGIN) ?? (hosts[0] ? `https://${hosts[0]}` : `http://127.0.0.1:${env.PORT || 3000}`)
  const proxies = list(env.KAICHENG_PROXIES)
  const logSettings = accessLogSettings(env, dataFolder)
  const accessLog = logSettings && openAccessLog(logSettings)
  const { of: addressOf } = openAddresses(proxies)
  const front = openFront(accessLog && ((request, facts) => accessLog.write(facts, { address: addressOf(request) })))
  const portal = openPortal({ db, url, origin, front })
  const app = createServer({
    db,
    hosts: [...loopback, new URL(origin).hostname, ...hosts],
    proxies,
    networks: { metrics: list(env.KAICHENG_METRICS_FROM), console: list(env.KAICHENG_CONSOLE_FROM) },
    accessLog,
    front,
    disk: embedded && dataFolder !== undefined ? diskOf(dataFolder) : undefined,
    clock: { now, today: () => today(env, now()) },
    origin,
    renderProblem: portal.renderProblem,
  })
  if (accessLog) app.addHook('onClose', async () => accessLog.close())
  await app.register(swagger, {
    openapi: { info: { title: '开诚', version: packageJson.version, description: '政府信息公开工作平台' } },
    transform: (route) => (route.url.startsWith('/api/console/') ? hidden(route) : jsonSchemaTransform(route)),
  })
  await app.register(healthRoutes, { dataFolder })
  await app.register(portalRoutes, { portal })
  await app.register(platformRoutes, { portal })
  await app.register(publicRequestRoutes, {
    portal,
    freeSubmissions: readCount(env.KAICHENG_FREE_SUBMISSIONS),
    quota: waitingQuota(readWaiting(env.KAICHENG_WAITING_MB)),
  })
  await app.register(publicRecordRoutes, { portal })
  await app.register(portalApi, { portal })
  await app.register(consoleRoutes)
  await app.register(organRoutes, { prefix: '/api/console', dataFolder, contents: contentChecks })
  await app.register(requestRoutes, { prefix: '/api/console' })
  await app.register(disclosureRoutes, { prefix: '/api/console' })
  await app.register(ledgerRoutes, { prefix: '/api/console' })
  await app.register(channelRoutes, { prefix: '/api/console' })
  await app.register(jobRoutes, { prefix: '/api/console' })
  await app.register(backupRoutes, { prefix: '/api/console', backup })
  app.get('/api/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, async () => app.swagger())
  return app
}

/** What only staff may call is described to nobody else. */
const hidden: typeof jsonSchemaTransform = ({ url, schema }) => ({ url, schema: { ...schema, hide: true } })

export function register(program: Command): void {
  program
    .command('serve')
    .description('启动网站（首次启动时建立数据库）')
    .addHelpText(
      'after',
      `
环境变量：
  PORT             端口（默认3000）
  HOST             监听地址（默认127.0.0.1）
  KAICHENG_DATA    数据目录（默认为程序目录下的 data）
  DATABASE_URL     改用的 PostgreSQL 数据库地址（不装入演示数据）
  KAICHENG_ORIGIN  网站对外地址（如 https://www.shili.gov.cn）
  KAICHENG_DEMO    on：在空的数据目录里装入演示数据；off：不装入；不设：只在默认的数据目录新建时装入`,
    )
    .action(serve)
}

async function serve(): Promise<void> {
  const port = readPort(process.env.PORT)
  const day = today()
  const mail = transportFrom()
  const options = runtimeOptions()
  let running: Running | undefined
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    // While the database is being opened it is closed as soon as it is open.
    await running?.stop()
  }
  // What nobody caught ends the process as ever, but told without the values that Node itself would print.
  process.on('uncaughtException', (error) => {
    tellFault(error, { kind: 'process', place: 'uncaught' })
    process.exit(1)
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, stop)
  const runtime = await openRuntime({ ...options, applicationName: 'kaicheng server' })
  const { app, backup } = await openDoors(runtime).catch(async (error) => {
    await runtime.close()
    throw error
  })
  const work = { db: runtime.db, dataFolder: options.dataFolder, today, mail, backup }
  let jobs: Jobs | undefined
  running = {
    stop: async () => {
      await backup?.stop()
      await jobs?.stop()
      mail?.close()
      await app.close()
      await runtime.close()
      process.exit()
    },
  }
  // A stop that came while the database was being opened.
  if (isStopping) await running.stop()
  try {
    const holdsDemo = await bringDemo(runtime, console.log)
    if (holdsDemo && demoSetting() !== 'off') {
      await regardless('演示数据没有装全', () => publishDemo(runtime.db, console.log))
      await regardless('演示数据没有装全', () => loadLiveDemo(runtime.db, day, console.log))
    }
    await regardless('有的机关没有补齐栏目', () => openPlatforms(runtime.db))
    await regardless('没有核对审计记录的时间', async () => {
      const all = await runtime.db.transaction().execute(organs.listNamed)
      const ids = all.map(({ id }) => id)
      await warnOfClock(runtime.db, ids, new Date(), console.error)
    })
    await regardless('有的到期提醒没有发出，将定时重试', () => remindAll(work))
    await regardless('没有查看备份', async () => backup?.keep())
    const address = await app.listen({ port, host: process.env.HOST || '127.0.0.1' })
    const onProblem = (error: Error) => void tellFault(error, { kind: 'job', place: 'the queue of jobs' })
    const noted = await notingRuns(runtime.db, timedWork(work))
    jobs = await startJobs({ url: runtime.url, ownerUrl: runtime.ownerUrl, onProblem }, noted)
    console.log(`开诚已启动（办公日期 ${day}）\n  公众门户  ${address}/\n  工作平台  ${address}/console/`)
    if (holdsDemo) console.log(demoAccounts(bureau))
    else if (await isWithoutOrgan(runtime.db)) console.log(firstSteps)
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

async function openDoors(
  runtime: Runtime,
): Promise<{ readonly app: FastifyInstance; readonly backup: BackupWork | undefined }> {
  if (!(await runtime.claim())) throw refusals.dataFolderInUse(runtime.dataFolder)
  // Every page asks for the day: the environment itself answers fifty times more slowly than what was copied out of it.
  const backup = openBackupWork(runtime, process.env)
  return { app: await buildApp({ ...runtime, backup }, { ...process.env }), backup }
}

interface Running {
  readonly stop: () => Promise<void>
}

const firstSteps = '  还没有机关：用 kaicheng setup 开设；只是试用的，停止后用 KAICHENG_DEMO=on 启动，装入演示数据'

/** Trouble of one organ or person is told, and keeps nobody from the site; what it left undone is tried again by the clock. */
async function regardless(what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const why =
      error instanceof Refusal
        ? `：${error.message}`
        : `，故障编号 ${tellFault(error, { kind: 'process', place: 'start' })}`
    process.stderr.write(`${what}${why}\n`)
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

/** How many megabytes of the public's files may wait for their form; undefined: the usual. */
function readWaiting(text: string | undefined): number | undefined {
  if (!text) return undefined
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new Error(`KAICHENG_WAITING_MB 的值“${text}”不是兆字节数，写法为 500`)
  return Number(text)
}

function readPort(text: string | undefined): number {
  const port = Number(text || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT 的值“${text}”不是端口号（1—65535）`)
  return port
}
