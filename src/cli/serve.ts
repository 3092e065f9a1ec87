import { setTimeout } from 'node:timers/promises'
import type { Command } from 'commander'
import { today } from '../app/today.ts'
import { isDatabaseAway } from '../db/away.ts'
import { openRuntime, type Runtime } from '../db/runtime.ts'
import { tellFault } from '../faults/fault.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { transportFrom } from '../mail/transport.ts'
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
  // The database comes up, or recovers, while the rest of the program is read.
  const reading = import('../app/serving.ts')
  // Told where it is waited for.
  reading.catch(() => {})
  const runtime = await openRuntime({ ...options, applicationName: 'kaicheng server' })
  const { serving, app, backup } = await openAll(runtime, reading).catch(async (error) => {
    await runtime.close()
    throw error
  })
  let jobs: Promise<Jobs | undefined> | undefined
  running = {
    stop: async () => {
      await backup?.stop()
      await (await jobs?.catch(() => undefined))?.stop()
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
    const holdsDemo = await serving.prepare(runtime, work, day)
    const address = await app.listen({ port, host: process.env.HOST || '127.0.0.1' })
    await serving.greet(runtime, address, day, holdsDemo)
    do {
      await setTimeout(settlingMs)
      if (isStopping) return
      jobs = serving.beginJobs(runtime, work)
    } while (!(await jobs))
    await serving.catchUp(work, () => isStopping)
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

async function openAll(runtime: Runtime, reading: Promise<typeof import('../app/serving.ts')>) {
  const serving = await reading
  return { serving, ...(await serving.openDoors(runtime)) }
}

/** Whoever has waited for the doors to open is served first; then what nobody waits for begins. */
const settlingMs = 3_000

interface Running {
  readonly stop: () => Promise<void>
}

function readPort(text: string | undefined): number {
  const port = Number(text || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT 的值“${text}”不是端口号（1—65535）`)
  return port
}
