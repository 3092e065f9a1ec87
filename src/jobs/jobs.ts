import { type Clock, PgBoss, type QueueOptions } from 'pg-boss'
import { appRole, inPublic } from '../db/app-role.ts'
import { ownClient } from '../db/own-client.ts'

export interface Job {
  /** What it does, in Chinese, for the system administrator. */
  readonly title: string
  /** Five fields, office time. */
  readonly cron: string
  /** Must bear being run twice: a server may die after the work and before saying that it is done. */
  readonly run: () => Promise<void>
}

export interface Jobs {
  /** Lets running work end, at most ten seconds. */
  readonly stop: () => Promise<void>
}

export interface JobOptions {
  readonly url: string
  /** Installs the tables of the queue; the program itself works without that right. */
  readonly ownerUrl: string
  readonly onProblem?: (error: Error) => void
  readonly clock?: Clock
}

const schema = 'pgboss'
const installLock = 7_102_021
const stopMs = 10_000
/** A server that died is noticed within a minute, and its work begun again by another. */
const queue: Omit<QueueOptions, 'name'> & { policy: string } = {
  policy: 'exclusive',
  heartbeatSeconds: 30,
  expireInSeconds: 900,
  retryLimit: 3,
  retryDelay: 5,
  deleteAfterSeconds: 7 * 24 * 3600,
}
const watching = { superviseIntervalSeconds: 15, monitorIntervalSeconds: 15 }
const pollingIntervalSeconds = 10

/** Runs each job when it is due: once, whichever of several servers takes it, and never twice at the same time. */
export async function startJobs(
  options: JobOptions,
  jobs: Readonly<Record<string, Pick<Job, 'cron' | 'run'>>>,
): Promise<Jobs> {
  await install(options, jobs)
  const { url, clock, onProblem = () => {} } = options
  // Rebuilding indexes and changing tables is the owner's; `install` does it at each start.
  const rights = { migrate: false, createSchema: false, reindex: false }
  const boss = new PgBoss({
    connectionString: inPublic(url),
    schema,
    max: 3,
    ...rights,
    ...watching,
    ...(clock ? { clock } : {}),
  })
  boss.on('error', onProblem)
  try {
    await boss.start()
    for (const [name, { run }] of Object.entries(jobs)) {
      await boss.work(name, { pollingIntervalSeconds }, async () => {
        try {
          await run()
        } catch (error) {
          onProblem(new Error(`job ${name} failed`, { cause: error }))
          throw error
        }
      })
    }
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {})
    throw error
  }
  return { stop: () => boss.stop({ graceful: true, timeout: stopMs }) }
}

/** Tables, queues and times, as the owner; a job that is no longer there is no longer due. */
async function install({ ownerUrl }: JobOptions, jobs: Readonly<Record<string, Pick<Job, 'cron'>>>): Promise<void> {
  const owner = ownClient(ownerUrl)
  await owner.connect()
  try {
    // Servers that start together take turns.
    await owner.query('select pg_advisory_lock($1)', [installLock])
    await agree(ownerUrl, jobs)
    await owner.query(`
      grant usage on schema ${schema} to ${appRole};
      grant select, insert, update, delete on all tables in schema ${schema} to ${appRole};
      grant execute on all functions in schema ${schema} to ${appRole};
      grant usage on all sequences in schema ${schema} to ${appRole}`)
  } finally {
    await owner.end().catch(() => {})
  }
}

async function agree(ownerUrl: string, jobs: Readonly<Record<string, Pick<Job, 'cron'>>>): Promise<void> {
  const boss = new PgBoss({ connectionString: inPublic(ownerUrl), schema, supervise: false, schedule: false, max: 1 })
  boss.on('error', () => {})
  try {
    await boss.start()
    for (const [name, { cron }] of Object.entries(jobs)) {
      await boss.createQueue(name, queue)
      await boss.schedule(name, cron, null, { tz: 'Asia/Shanghai' })
    }
    for (const { name } of await boss.getSchedules()) if (!(name in jobs)) await boss.unschedule(name)
  } finally {
    await boss.stop({ graceful: false })
  }
}
