import { warnOfClock } from '../audit/warn-of-clock.ts'
import type { PlainDate } from '../days/plain-date.ts'
import type { Runtime } from '../db/runtime.ts'
import { bringDemo, demoSetting } from '../demo/demo-rule.ts'
import { loadLiveDemo } from '../demo/live/load.ts'
import { publishDemo } from '../demo/publish-demo.ts'
import { tellFault } from '../faults/fault.ts'
import * as organs from '../organs/store.ts'
import { Refusal } from '../refusal.ts'
import { openPlatforms } from './open-platforms.ts'
import { remindAll, type WorkSetting } from './timed-work.ts'

/**
 * What a server does between opening its database and listening: the demo where it belongs, columns, backups, for
 * which the database may have to start anew. Answers whether the database holds the demo.
 */
export async function prepare(runtime: Runtime, { backup }: WorkSetting, day: PlainDate): Promise<boolean> {
  const holdsDemo = await bringDemo(runtime, console.log)
  if (holdsDemo && demoSetting() !== 'off') {
    await regardless('演示数据没有装全', () => publishDemo(runtime.db, console.log))
    await regardless('演示数据没有装全', () => loadLiveDemo(runtime.db, day, console.log))
  }
  await regardless('有的机关没有补齐栏目', () => openPlatforms(runtime.db))
  await regardless('没有查看备份', async () => backup?.keep())
  return holdsDemo
}

/**
 * What a server does as soon as it listens, for nobody waits for it: a look at the clock, and the reminders that fell due
 * while it was off, which take long where many requests are open. What a stop cuts off is left to the next start.
 */
export async function catchUp(work: WorkSetting, isStopping: () => boolean): Promise<void> {
  const unlessCutOff = (what: string, task: () => Promise<void>) =>
    regardless(what, () =>
      task().catch((error) => {
        if (!isStopping()) throw error
      }),
    )
  await unlessCutOff('没有核对审计记录的时间', async () => {
    const all = await work.db.transaction().execute(organs.listNamed)
    const ids = all.map(({ id }) => id)
    await warnOfClock(work.db, ids, new Date(), console.error)
  })
  await unlessCutOff('有的到期提醒没有发出，将定时重试', () => remindAll(work))
}

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
