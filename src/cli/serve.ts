import { setTimeout } from 'node:timers/promises'
import type { Command } from 'commander'
import type { FastifyInstance } from 'fastify'
import type { PlainDate } from '../calendar/plain-date.ts'
import { isDatabaseAway } from '../db/away.ts'
import { openRuntime, type Runtime } from '../db/runtime.ts'
import { tellFault } from '../faults/fault.ts'
import { type Jobs, startJobs } from '../jobs/jobs.ts'
import { notingRuns } from '../jobs/runs.ts'
import { transportFrom } from '../mail/transport.ts'
import { refusals } from '../refusal.ts'
import { type BackupWork, openBackupWork } from './backup-work.ts'
import { buildApp } from './build-app.ts'
import { bureau } from './demo/bureau.ts'
import { demoAccounts } from './demo/live/accounts.ts'
import { isWithoutOrgan } from './demo-rule.ts'
import { catchUp, prepare } from './prepare.ts'
import { timedWork, type WorkSetting } from './timed-work.ts'
import { today } from './today.ts'
import { runtimeOptions } from './with-database.ts'

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
    // While it is closing, whatever still hangs on the database hears that it goes away.
    if (isStopping && isDatabaseAway(error)) return
    tellFault(error, { kind: 'process', place: 'uncaught' })
    process.exit(1)
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, stop)
  const runtime = await openRuntime({ ...options, applicationName: 'kaicheng server' })
  const { app, backup } = await openDoors(runtime).catch(async (error) => {
    await runtime.close()
    throw error
  })
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
    const work = { db: runtime.db, dataFolder: options.dataFolder, today, mail, backup }
    const holdsDemo = await prepare(runtime, work, day)
    const address = await app.listen({ port, host: process.env.HOST || '127.0.0.1' })
    await greet(runtime, address, day, holdsDemo)
    while (!jobs) {
      await setTimeout(settlingMs)
      if (isStopping) return
      jobs = await beginJobs(runtime, work)
    }
    await catchUp(work, () => isStopping)
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

/** Whoever has waited for the doors to open is served first; then what nobody waits for begins. */
const settlingMs = 3_000

/** Undefined when the database went away meanwhile: they are begun again. */
async function beginJobs(runtime: Runtime, work: WorkSetting): Promise<Jobs | undefined> {
  const onProblem = (error: unknown) => void tellFault(error, { kind: 'job', place: 'the queue of jobs' })
  try {
    const noted = await notingRuns(runtime.db, timedWork(work))
    return await startJobs({ url: runtime.url, ownerUrl: runtime.ownerUrl, onProblem }, noted)
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    onProblem(error)
    return undefined
  }
}

async function openDoors(
  runtime: Runtime,
): Promise<{ readonly app: FastifyInstance; readonly backup: BackupWork | undefined }> {
  if (!(await runtime.claim())) throw refusals.dataFolderInUse(runtime.dataFolder)
  const backup = openBackupWork(runtime, process.env)
  // Every page asks for the day: the environment itself answers fifty times more slowly than what was copied out of it.
  return { app: await buildApp({ ...runtime, backup }, { ...process.env }), backup }
}

async function greet(runtime: Runtime, address: string, day: PlainDate, holdsDemo: boolean): Promise<void> {
  console.log(`开诚已启动（办公日期 ${day}）\n  公众门户  ${address}/\n  工作平台  ${address}/console/`)
  if (holdsDemo) console.log(demoAccounts(bureau))
  else if (await isWithoutOrgan(runtime.db)) console.log(firstSteps)
  console.log('按 Ctrl+C 停止')
}

interface Running {
  readonly stop: () => Promise<void>
}

const firstSteps = '  还没有机关：用 kaicheng setup 开设；只是试用的，停止后用 KAICHENG_DEMO=on 启动，装入演示数据'

function readPort(text: string | undefined): number {
  const port = Number(text || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT 的值“${text}”不是端口号（1—65535）`)
  return port
}
