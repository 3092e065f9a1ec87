import { warnOfClock } from '../audit/warn-of-clock.ts'
import { isDatabaseAway } from '../db/away.ts'
import type { Runtime } from '../db/runtime.ts'
import { tellFault } from '../faults/fault.ts'
import { type Jobs, startJobs } from '../jobs/jobs.ts'
import { notingRuns } from '../jobs/runs.ts'
import * as organs from '../organs/store.ts'
import { regardless } from './regardless.ts'
import { doMissed, timedWork } from './timed-work.ts'
import type { WorkSetting } from './work-setting.ts'

export { openBackupWork } from './backup-work.ts'

/** Undefined when the database went away meanwhile: they are begun again. */
export async function beginJobs(runtime: Runtime, work: WorkSetting): Promise<Jobs | undefined> {
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

/**
 * What is done as soon as the work has begun, for nobody waits for it: a look at the clock, and the reminders that fell due
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
  await unlessCutOff('有的到期提醒没有发出，将定时重试', () => doMissed(work))
}
