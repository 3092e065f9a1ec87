import { sql, type UpdateObject } from 'kysely'
import type { Database, Tx } from '../db/database.ts'
import type { DB } from '../db/schema.ts'
import { tellFault } from '../faults/fault.ts'
import type { Job } from './jobs.ts'

/** What is known of a piece of timed work, from whichever server did it last. */
export interface JobRun {
  readonly name: string
  /** Chinese, for people. */
  readonly title: string
  readonly cron: string
  readonly startedAt: Date | null
  readonly succeededAt: Date | null
  readonly failedAt: Date | null
  /** The id of the last failure in the log of the server that did it. */
  readonly fault: string | null
  readonly succeeded: number
  readonly failed: number
  /** How often it has failed since it last succeeded. */
  readonly failedRunning: number
}

export const listJobRuns = (tx: Tx): Promise<JobRun[]> => tx.selectFrom('jobRuns').selectAll().orderBy('name').execute()

/** The same jobs, of which each run is noted where every server sees it. A failure is told with its id and thrown on. */
export async function notingRuns(
  db: Database,
  jobs: Readonly<Record<string, Job>>,
): Promise<Readonly<Record<string, Job>>> {
  await db.transaction().execute((tx) => agree(tx, jobs))
  return Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, { ...job, run: noting(db, name, job) }]))
}

const noting =
  (db: Database, name: string, { run }: Job) =>
  async (): Promise<void> => {
    await note(db, name, { startedAt: new Date() })
    try {
      await run()
    } catch (error) {
      const fault = tellFault(error, { kind: 'job', place: name })
      await note(db, name, {
        failedAt: new Date(),
        fault,
        failed: sql<number>`failed + 1`,
        failedRunning: sql<number>`failed_running + 1`,
      })
      throw error
    }
    await note(db, name, { succeededAt: new Date(), succeeded: sql<number>`succeeded + 1`, failedRunning: 0 })
  }

type Change = UpdateObject<DB, 'jobRuns'>

/** That a run cannot be noted must not keep it from being done, nor hide how it ended. */
async function note(db: Database, name: string, change: Change): Promise<void> {
  try {
    await db.updateTable('jobRuns').set(change).where('name', '=', name).execute()
  } catch (error) {
    tellFault(error, { kind: 'database', place: 'job runs' })
  }
}

/** The list of jobs is this program's; what was known of those it still has stays. */
async function agree(tx: Tx, jobs: Readonly<Record<string, Job>>): Promise<void> {
  for (const [name, { title, cron }] of Object.entries(jobs))
    await tx
      .insertInto('jobRuns')
      .values({ name, title, cron })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ title, cron }))
      .execute()
  await tx
    .deleteFrom('jobRuns')
    .$if(Object.keys(jobs).length > 0, (query) => query.where('name', 'not in', Object.keys(jobs)))
    .execute()
}
