import type { FastifyInstance } from 'fastify'
import type { PlainDate } from '../days/plain-date.ts'
import type { Runtime } from '../db/runtime.ts'
import { bureau } from '../demo/bureau.ts'
import { isWithoutOrgan } from '../demo/demo-rule.ts'
import { demoAccounts } from '../demo/live/accounts.ts'
import { refusals } from '../refusal.ts'
import { type BackupWork, openBackupWork } from './backup-work.ts'
import { buildApp } from './build-app.ts'

export { prepare } from './prepare.ts'
export { beginJobs, catchUp } from './working.ts'

/** Claims the data folder and opens every door, without listening yet. Refuses a folder that another server has. */
export async function openDoors(
  runtime: Runtime,
): Promise<{ readonly app: FastifyInstance; readonly backup: BackupWork | undefined }> {
  if (!(await runtime.claim())) throw refusals.dataFolderInUse(runtime.dataFolder)
  const backup = openBackupWork(runtime, process.env)
  // Every page asks for the day: the environment itself answers fifty times more slowly than what was copied out of it.
  return { app: await buildApp({ ...runtime, backup }, { ...process.env }), backup }
}

/** What the terminal shows once the site is open. */
export async function greet(runtime: Runtime, address: string, day: PlainDate, holdsDemo: boolean): Promise<void> {
  console.log(`开诚已启动（办公日期 ${day}）\n  公众门户  ${address}/\n  工作平台  ${address}/console/`)
  if (holdsDemo) console.log(demoAccounts(bureau))
  else if (await isWithoutOrgan(runtime.db)) console.log(firstSteps)
  console.log('按 Ctrl+C 停止')
}

const firstSteps = '  还没有机关：用 kaicheng setup 开设；只是试用的，停止后用 KAICHENG_DEMO=on 启动，装入演示数据'
