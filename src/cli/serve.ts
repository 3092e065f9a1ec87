import type { Command } from 'commander'
import { siteOrigin } from '../app/site-origin.ts'
import { today } from '../app/today.ts'
import { openRuntime } from '../db/runtime.ts'
import { errorCode } from '../error-code.ts'
import { transportFrom } from '../mail/transport.ts'
import { beginRunning, openOn, timedWorkOf } from './running.ts'
import { runtimeOptions } from './with-database.ts'
import { doesTimedWork } from './work-setting.ts'

export function register(program: Command): void {
  program
    .command('serve')
    .description('启动网站（首次启动时建立数据库），并办理定时工作')
    .addHelpText(
      'after',
      `
环境变量：
  PORT             端口（默认3000）
  HOST             监听地址（默认127.0.0.1）
  KAICHENG_DATA    数据目录（默认为程序目录下的 data）
  DATABASE_URL     改用的 PostgreSQL 数据库地址（不装入演示数据）
  KAICHENG_ORIGIN  网站对外地址（如 https://www.shili.gov.cn）
  KAICHENG_DEMO    on：在空的数据目录里装入演示数据；off：不装入；不设：只在默认的数据目录新建时装入
  KAICHENG_WORK    off：本进程不办理定时工作，由 kaicheng work 办理（用 DATABASE_URL 时）；不设或 on：一并办理`,
    )
    .action(serve)
}

async function serve(): Promise<void> {
  const port = readPort(process.env.PORT)
  const day = today()
  const works = doesTimedWork()
  const mail = transportFrom()
  const options = runtimeOptions()
  const running = beginRunning()
  // The database comes up, or recovers, while the rest of the program is read.
  const reading = import('../app/serving.ts')
  // Told where it is waited for.
  reading.catch(() => {})
  const runtime = await openRuntime({ ...options, applicationName: 'kaicheng server' })
  const { serving, app, backup, setupDoor } = await openOn(runtime, async () => {
    const serving = await reading
    return { serving, ...(await serving.openDoors(runtime)) }
  })
  const work = { db: runtime.db, dataFolder: options.dataFolder, today, origin: siteOrigin(), mail, backup }
  const timed = timedWorkOf(running, () => serving.beginJobs(runtime, work))
  await running.endsWith(async () => {
    await backup?.stop()
    await timed.stop()
    mail?.close()
    await app.close()
    await runtime.close()
    process.exit()
  })
  try {
    const holdsDemo = await serving.prepare(runtime, backup, day)
    const address = await app.listen({ port, host: process.env.HOST || '127.0.0.1' })
    await serving.greet(runtime, setupDoor, address, { day, holdsDemo })
    if (!works) return sayWhoWorks(runtime.embedded)
    if (await timed.begin()) await serving.catchUp(work, running.isStopping)
  } catch (error) {
    // Work that a stop has cut off is taken up by the next start.
    if (running.isStopping()) return
    process.exitCode = 1
    const isTaken = errorCode(error) === 'EADDRINUSE'
    const message = isTaken ? `端口 ${port} 已被占用，请用 PORT 另指一个端口` : error
    process.stderr.write(`${message instanceof Error ? message.message : message}\n`)
    await running.stop()
  }
}

/** An embedded database is held by this process: nobody else can do the work on it. */
function sayWhoWorks(isEmbedded: boolean): void {
  const who = isEmbedded
    ? '内嵌数据库只能由一个进程使用，在本进程停止以前没有人提醒、发送邮件、按时公开和验证备份'
    : '请另外启动 kaicheng work'
  process.stderr.write(`KAICHENG_WORK=off：本进程不办理定时工作；${who}\n`)
}

function readPort(text: string | undefined): number {
  const port = Number(text || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT 的值“${text}”不是端口号（1—65535）`)
  return port
}
