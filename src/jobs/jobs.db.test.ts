import { sql } from 'kysely'
import { TestClock } from 'pg-boss'
import { afterEach, expect, test } from 'vitest'
import { testDatabase } from '../db/testing/database.ts'
import { type Job, type Jobs, startJobs } from './jobs.ts'

const { owner, url, ownerUrl } = await testDatabase()
const running: Jobs[] = []
afterEach(async () => {
  for (const jobs of running.splice(0).reverse()) await jobs.stop()
  await sql`drop schema pgboss cascade`.execute(owner)
})

/** A server's jobs, by a clock that the test turns. Turning needs the owner's rights. */
async function aServer(clock: TestClock, jobs: Record<string, Omit<Job, 'title'>>): Promise<void> {
  running.push(await startJobs({ url: ownerUrl, ownerUrl, clock }, jobs))
}

const minute = 60_000
const instant = (day: number, time: string) => `2026-11-${day}T${time}+08:00`

test('a due run is done once, whichever of two servers takes it', async () => {
  const clock = new TestClock(instant(24, '08:29:30'))
  const runs: string[] = []
  const jobs = (server: string) => ({ remind: { cron: '30 8 * * *', run: async () => void runs.push(server) } })
  await aServer(clock, jobs('甲'))
  await aServer(clock, jobs('乙'))
  await clock.tick(3 * minute)
  expect(runs).toHaveLength(1)
  await clock.setTime(instant(25, '08:29:30'))
  await clock.tick(3 * minute)
  expect(runs).toHaveLength(2)
})

test('the work of a killed server is taken up by another within a minute and a half', async () => {
  const due = { cron: '30 8 * * *' }
  let taken = () => {}
  const isTaken = new Promise<void>((resolve) => {
    taken = resolve
  })
  let done = () => {}
  const hangs = async () => {
    taken()
    await new Promise<void>((resolve) => {
      done = resolve
    })
  }
  // Its clock stands still from here on, so that it does nothing any more: no heartbeat, no word of success.
  const first = new TestClock(instant(24, '08:29:30'))
  await aServer(first, { remind: { ...due, run: hangs } })
  await first.tick(minute)
  await isTaken

  const runs: string[] = []
  const second = new TestClock(first.now())
  await aServer(second, { remind: { ...due, run: async () => void runs.push('乙') } })
  await second.tick(15_000)
  expect(runs).toEqual([])
  await second.tick(75_000)
  expect(runs).toEqual(['乙'])
  done()
})

test('a run that fails is told and tried again', async () => {
  const clock = new TestClock(instant(24, '08:29:30'))
  const problems: string[] = []
  let tries = 0
  const run = async () => {
    tries += 1
    if (tries < 3) throw new Error('no mail server')
  }
  const jobs = { mail: { cron: '30 8 * * *', run } }
  running.push(
    await startJobs({ url: ownerUrl, ownerUrl, clock, onProblem: ({ message }) => problems.push(message) }, jobs),
  )
  await clock.tick(3 * minute)
  expect(tries).toBe(3)
  expect(problems).toEqual(['job mail failed', 'job mail failed'])
})

test('the program’s own role takes and ends a job without owning anything', async () => {
  const problems: Error[] = []
  const start = (run: () => Promise<void>) =>
    startJobs({ url, ownerUrl, onProblem: (error) => problems.push(error) }, { mail: { cron: '0 0 1 1 *', run } })
  await (await start(async () => {})).stop()
  await sql`insert into pgboss.job (name, policy) values ('mail', 'exclusive')`.execute(owner)
  let done = () => {}
  const isDone = new Promise<void>((resolve) => {
    done = resolve
  })
  const jobs = await start(async () => done())
  await isDone
  await jobs.stop()
  const { rows } = await sql<{ state: string }>`select state from pgboss.job where name = 'mail'`.execute(owner)
  expect(rows).toEqual([{ state: 'completed' }])
  expect(problems).toEqual([])
})

test('a job that the program no longer has is no longer due', async () => {
  const jobs = { old: { cron: '* * * * *', run: async () => {} } }
  await (await startJobs({ url, ownerUrl }, jobs)).stop()
  await (await startJobs({ url, ownerUrl }, {})).stop()
  const { rows } = await sql`select from pgboss.schedule`.execute(owner)
  expect(rows).toEqual([])
})

test('servers that start at the same moment agree on tables, queues and rights', async () => {
  const jobs = { mail: { cron: '0 0 1 1 *', run: async () => {} } }
  const started = await Promise.all(Array.from({ length: 4 }, () => startJobs({ url, ownerUrl }, jobs)))
  running.push(...started)
  const { rows } = await sql`select from pgboss.schedule`.execute(owner)
  expect(rows).toHaveLength(1)
})
