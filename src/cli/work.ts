import type { Command } from 'commander'
import { siteOrigin } from '../app/site-origin.ts'
import { today } from '../app/today.ts'
import { isWithoutCluster } from '../db/embedded.ts'
import { openRuntime } from '../db/runtime.ts'
import { transportFrom } from '../mail/transport.ts'
import { refusals } from '../refusal.ts'
import { beginRunning, openOn, timedWorkOf } from './running.ts'
import { runtimeOptions } from './with-database.ts'

/** `kaicheng work`: timed work in a process of its own, beside servers with `KAICHENG_WORK=off`. */
export function register(program: Command): void {
  program
    .command('work')
    .description('只办理定时工作：提醒、发送邮件、按时公开、生成文书文件等，不开网站')
    .addHelpText(
      'after',
      `
与一个或几个用 KAICHENG_WORK=off 启动的网站共用 DATABASE_URL；可以同时运行几个，每项工作只由其中一个办理。
内嵌数据库只能由一个进程使用：网站在运行的，定时工作由网站办理。
环境变量与 kaicheng serve 相同（DATABASE_URL、KAICHENG_DATA、KAICHENG_KEY_FILE、KAICHENG_SMTP_URL、KAICHENG_MAIL_FROM 等），不用端口。`,
    )
    .action(work)
}

async function work(): Promise<void> {
  const day = today()
  const mail = transportFrom()
  const options = runtimeOptions()
  if (!options.databaseUrl && isWithoutCluster(options.dataFolder)) throw refusals.nothingHere(options.dataFolder)
  const running = beginRunning()
  const reading = import('../app/working.ts')
  reading.catch(() => {})
  const runtime = await openRuntime({ ...options, demo: false, applicationName: 'kaicheng worker' })
  const { working, backup } = await openOn(runtime, async () => {
    if (!(await runtime.claim())) throw refusals.workIsDoneByServer(options.dataFolder)
    const working = await reading
    return { working, backup: working.openBackupWork(runtime, process.env) }
  })
  const setting = { db: runtime.db, dataFolder: options.dataFolder, today, origin: siteOrigin(), mail, backup }
  const timed = timedWorkOf(running, () => working.beginJobs(runtime, setting))
  await running.endsWith(async () => {
    await backup?.stop()
    await timed.stop()
    mail?.close()
    await runtime.close()
    process.exit()
  })
  try {
    if (!(await timed.begin())) return
    console.log(`开诚定时工作已开始（办公日期 ${day}）\n按 Ctrl+C 停止`)
    await working.catchUp(setting, running.isStopping)
  } catch (error) {
    if (running.isStopping()) return
    process.exitCode = 1
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    await running.stop()
  }
}
