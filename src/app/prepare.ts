import type { PlainDate } from '../days/plain-date.ts'
import type { Runtime } from '../db/runtime.ts'
import { bringDemo, demoSetting } from '../demo/demo-rule.ts'
import { loadLiveDemo } from '../demo/live/load.ts'
import { publishDemo } from '../demo/publish-demo.ts'
import type { BackupWork } from './backup-work.ts'
import { openPlatforms } from './open-platforms.ts'
import { regardless } from './regardless.ts'

/**
 * What a server does between opening its database and listening: the demo where it belongs, columns, backups, for
 * which the database may have to start anew. Answers whether the database holds the demo.
 */
export async function prepare(runtime: Runtime, backup: BackupWork | undefined, day: PlainDate): Promise<boolean> {
  const holdsDemo = await bringDemo(runtime, console.log)
  if (holdsDemo && demoSetting() !== 'off') {
    await regardless('演示数据没有装全', () => publishDemo(runtime.db, console.log))
    await regardless('演示数据没有装全', () => loadLiveDemo(runtime.db, day, console.log))
  }
  await regardless('有的机关没有补齐栏目', () => openPlatforms(runtime.db, day))
  await regardless('没有查看备份', async () => backup?.keep())
  return holdsDemo
}
