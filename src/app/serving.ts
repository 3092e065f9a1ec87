import type { FastifyInstance } from 'fastify'
import type { PlainDate } from '../days/plain-date.ts'
import type { Runtime } from '../db/runtime.ts'
import { bureau } from '../demo/bureau.ts'
import { isWithoutOrgan } from '../demo/demo-rule.ts'
import { demoAccounts } from '../demo/live/accounts.ts'
import { openSetupDoor, type SetupDoor } from '../organs/setup/door.ts'
import { refusals } from '../refusal.ts'
import { type BackupWork, openBackupWork } from './backup-work.ts'
import { buildApp } from './build-app.ts'
import { publicOrigin } from './site-origin.ts'

export { prepare } from './prepare.ts'
export { beginJobs, catchUp } from './working.ts'

/** Claims the data folder and opens every door, without listening yet. Refuses a folder that another server has. */
export async function openDoors(runtime: Runtime): Promise<{
  readonly app: FastifyInstance
  readonly backup: BackupWork | undefined
  readonly setupDoor: SetupDoor
}> {
  if (!(await runtime.claim())) throw refusals.dataFolderInUse(runtime.dataFolder)
  const backup = openBackupWork(runtime, process.env)
  const setupDoor = openSetupDoor()
  // Every page asks for the day: the environment itself answers fifty times more slowly than what was copied out of it.
  return { app: await buildApp({ ...runtime, backup, setupDoor }, { ...process.env }), backup, setupDoor }
}

/** What the terminal shows once the site is open; where there is no organ, the way to the first one. */
export async function greet(
  { db }: Pick<Runtime, 'db'>,
  setupDoor: SetupDoor,
  address: string,
  { day, holdsDemo }: { readonly day: PlainDate; readonly holdsDemo: boolean },
): Promise<void> {
  console.log(`开诚已启动（办公日期 ${day}）\n  公众门户  ${address}/\n  工作平台  ${address}/console/`)
  if (holdsDemo) console.log(demoAccounts(bureau))
  else if (await isWithoutOrgan(db)) console.log(invitation(setupDoor.invite(), address))
  console.log('按 Ctrl+C 停止')
}

/** The key stands behind #, so that no browser sends it with the address and no log has it. */
function invitation(key: string, address: string): string {
  const sites = new Set([address, publicOrigin(process.env) ?? address])
  const ways = [...sites].map((site) => `    ${site}/console/setup#${key}`).join('\n')
  return `  还没有机关。请在浏览器中打开以下地址开设（只能用一次，停止服务即失效，请勿外传）：
${ways}
  也可以在命令行用 kaicheng setup 开设；只是试用的，停止后用 KAICHENG_DEMO=on 启动，装入演示数据`
}
