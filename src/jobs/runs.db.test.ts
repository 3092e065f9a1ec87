import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { buildApp } from '../app/build-app.ts'
import { timedWork } from '../app/timed-work.ts'
import { inActs } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import * as organs from '../organs/store.ts'
import { anOrgan } from '../organs/testing/organ.ts'
import { addStaff, Browser, sessionCookie } from '../organs/testing/staff.ts'
import { listJobRuns, notingRuns } from './runs.ts'

const { db, url } = await testDatabase()
const app = await buildApp({ db, url }, {})
afterAll(() => app.close())
await app.ready()
const organ = await inActs(db, (tx) => organs.add(tx, anOrgan()))

let lines: string[] = []
beforeEach(() => {
  lines = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0)
})
afterEach(() => vi.restoreAllMocks())
const runsOf = async (name: string) => (await db.transaction().execute(listJobRuns)).find((run) => run.name === name)

test('each run is noted: begun, done, failed with the id of its fault, and how often in a row', async () => {
  let fails = true
  const jobs = await notingRuns(db, {
    mail: {
      title: '发送邮件',
      cron: '* * * * *',
      run: async () => {
        if (fails) throw new Error('no mail server for zhang@example.com')
      },
    },
  })
  await expect(jobs.mail?.run()).rejects.toThrow('no mail server')
  await expect(jobs.mail?.run()).rejects.toThrow('no mail server')
  const failed = await runsOf('mail')
  expect(failed).toMatchObject({ title: '发送邮件', succeeded: 0, failed: 2, failedRunning: 2, succeededAt: null })
  expect(failed?.startedAt).toBeInstanceOf(Date)
  // Only of this job: a listener of the same process tells when its connection falters.
  const told = lines.map((line) => JSON.parse(line)).filter(({ kind }) => kind === 'job')
  expect(told).toHaveLength(2)
  expect(told[1]).toMatchObject({ fault: failed?.fault, place: 'mail' })
  expect(lines.join('')).not.toContain('zhang')
  expect((await app.inject({ url: '/readyz', headers: { host: '127.0.0.1' } })).json().warnings).toContain(
    '1 jobs failing',
  )

  fails = false
  await jobs.mail?.run()
  expect(await runsOf('mail')).toMatchObject({ succeeded: 1, failed: 2, failedRunning: 0, fault: failed?.fault })
  const metrics = (await app.inject({ url: '/metrics', headers: { host: '127.0.0.1' } })).body
  expect(metrics).toContain('kaicheng_job_failed_runs_total{job="mail"} 2')
  expect(metrics).toContain('kaicheng_faults_total{kind="job",place="mail"} 2')
  expect(metrics).toMatch(/kaicheng_job_last_success_seconds\{job="mail"\} \d+/)
})

test('what was known stays with the next start, and a job that is gone is gone', async () => {
  const job = { title: '旧名', cron: '* * * * *', run: async () => {} }
  const jobs = await notingRuns(db, { kept: job, gone: job })
  await jobs.kept?.run()
  await notingRuns(db, { kept: { ...job, title: '新名' } })
  expect(await runsOf('gone')).toBeUndefined()
  expect(await runsOf('kept')).toMatchObject({ title: '新名', succeeded: 1 })
})

test('every job has a title that people read, and the name under which it was known', async () => {
  const work = timedWork({
    db,
    dataFolder: '',
    today: () => '2026-11-24' as never,
    origin: '',
    mail: undefined,
    backup: undefined,
  })
  for (const { title } of Object.values(work)) expect(title).toMatch(/^\p{Script=Han}+$/u)
  // What is known of a run stands under its name.
  expect(Object.keys(work).sort()).toEqual([
    'anchor-audit',
    'check-links',
    'compare-originality',
    'compare-reports',
    'find-documents',
    'find-reports',
    'forget-sent',
    'key-telephones',
    'publish-due-reports',
    'publish-scheduled',
    'remind-declarations',
    'remind-due',
    'remind-of-filings',
    'remind-remedies',
    'remind-turns',
    'remove-expired-drafts',
    'remove-expired-files',
    'remove-old-tries',
    'remove-unconfirmed',
    'renew-search',
    'send-mail',
    'set-letters',
    'settle-feedback-turns',
    'settle-record-turns',
    'settle-request-turns',
    'tell-subscribers',
  ])
})

test('the system administrator sees them, and nobody else', async () => {
  const id = await addStaff(db, organ.id, { login: 'xitong', roles: ['systemAdmin'] })
  const other = await addStaff(db, organ.id, { login: 'anquan', roles: ['securityAdmin'] })
  const browser = new Browser(app)
  browser.cookie = await sessionCookie(db, organ.id, id)
  expect((await browser.send('GET', '/jobs')).json().items[0]).toMatchObject({ name: 'kept', title: '新名' })
  browser.cookie = await sessionCookie(db, organ.id, other)
  expect((await browser.send('GET', '/jobs')).statusCode).toBe(403)
})
