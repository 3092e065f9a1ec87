import './joins.ts'
import { anchorAudit } from '../audit/anchors.ts'
import { channelJobs } from '../channels/jobs.ts'
import { removeOldTries } from '../db/attempts.ts'
import { disclosureJobs } from '../disclosure/jobs.ts'
import { eachInTurn } from '../faults/each-in-turn.ts'
import { feedbackJobs } from '../feedback/jobs.ts'
import { fileJobs } from '../files/jobs.ts'
import type { Job } from '../jobs/jobs.ts'
import type { OrganJob } from '../jobs/organ-job.ts'
import { ledgerJobs } from '../ledgers/jobs.ts'
import * as organs from '../organs/store.ts'
import { outboxJobs } from '../outbox/jobs.ts'
import { sendDue } from '../outbox/send-due.ts'
import { remedyJobs } from '../remedies/cases/jobs.ts'
import { reportJobs } from '../report/jobs.ts'
import { requestJobs } from '../requests/jobs.ts'
import { reviewJobs } from '../review/jobs.ts'
import { subscriptionJobs } from '../subscriptions/jobs.ts'
import { supervisionJobs } from '../supervision/jobs.ts'
import type { BackupWork } from './backup-work.ts'
import { forEachOrgan } from './each-organ.ts'
import { waysOut } from './leaving.ts'
import type { WorkSetting } from './work-setting.ts'

type Ground = Pick<WorkSetting, 'db' | 'today'>

const organJobs = [
  reviewJobs,
  requestJobs,
  feedbackJobs,
  disclosureJobs,
  ledgerJobs,
  channelJobs,
  reportJobs,
  remedyJobs,
  supervisionJobs,
  subscriptionJobs,
  fileJobs,
  outboxJobs,
].flat()

const runEverywhere = ({ db, today }: Ground, { run }: OrganJob): Promise<void> =>
  forEachOrgan(db, (organId) => run(db, organId, today()))

/** Does for every organ what fell due while no server ran; whoever runs it again reminds nobody twice. */
export const doMissed = (ground: Ground): Promise<void> =>
  eachInTurn(
    organJobs.filter(({ atStart }) => atStart),
    (job) => runEverywhere(ground, job),
    'some work could not be done',
  )

/** What the program does by the clock, office time, by the name under which its runs are noted. */
export const timedWork = (setting: WorkSetting): Readonly<Record<string, Job>> => ({
  ...Object.fromEntries(
    organJobs.map((job) => [job.name, { title: job.title, cron: job.cron, run: () => runEverywhere(setting, job) }]),
  ),
  ...ofOutbox(setting),
  ...ofBackups(setting.backup),
  'remove-old-tries': {
    title: '清理登录和查询的失败计数',
    cron: '20 3 * * *',
    run: () => setting.db.transaction().execute((tx) => removeOldTries(tx, new Date())),
  },
  'anchor-audit': {
    title: '留存审计日志的锚点',
    cron: '50 23 * * *',
    run: async () => {
      const known = await setting.db.transaction().execute(organs.listNamed)
      const ids = known.map(({ id }) => id)
      await anchorAudit(setting.db, setting.dataFolder, ids, new Date())
    },
  },
})

/** Each way out has a job of its own: one that hangs holds up no other. */
const ofOutbox = (setting: WorkSetting): Record<string, Job> =>
  Object.fromEntries(
    Object.entries(waysOut).map(([name, { title, open }]) => {
      const kind = open(setting)
      const run = async () => {
        if (kind) await forEachOrgan(setting.db, (organId) => sendDue(setting.db, organId, kind))
      }
      return [`send-${name}`, { title: `发送${title}`, cron: '* * * * *', run }]
    }),
  )

/** Only what there is to do: none for a database that is somebody else's, no archive where none is wanted. */
const ofBackups = (backup: BackupWork | undefined): Record<string, Job> => {
  if (!backup) return {}
  const prove = { title: '恢复一次备份作验证', cron: '30 1 * * *', run: backup.prove }
  if (!backup.place.setting) return { 'prove-backup': prove }
  return { 'keep-archive': { title: '保持连续备份', cron: '*/10 * * * *', run: backup.keep }, 'prove-backup': prove }
}
