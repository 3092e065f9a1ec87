import { anchorAudit } from '../audit/anchors.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { compareAll } from '../channels/actions.ts'
import { removeOldTries } from '../db/attempts.ts'
import type { Database } from '../db/database.ts'
import { inOrgan } from '../db/organ.ts'
import { checkLinks } from '../disclosure/actions/check-links.ts'
import { publishDue } from '../disclosure/actions/publish-due.ts'
import { remindDeclarations } from '../disclosure/coverage/actions.ts'
import { removeExpired } from '../files/store.ts'
import type { Job } from '../jobs/jobs.ts'
import { sendQueued } from '../mail/outbox.ts'
import type { MailTransport } from '../mail/transport.ts'
import { systemActor } from '../organs/actor.ts'
import * as organs from '../organs/store.ts'
import { remindDue } from '../requests/actions/remind-due.ts'
import type { BackupWork } from './backup-work.ts'

export interface WorkSetting {
  readonly db: Database
  readonly dataFolder: string
  readonly today: () => PlainDate
  /** Undefined without a mail server: mails wait in the queue. */
  readonly mail: MailTransport | undefined
  /** Undefined for a database that is somebody else's. */
  readonly backup: BackupWork | undefined
}

/** Reminds every organ of what is due; whoever runs it again reminds nobody twice. */
export const remindAll = ({ db, today }: Pick<WorkSetting, 'db' | 'today'>): Promise<void> =>
  forEachOrgan(db, async (organId) => {
    await inOrgan(db, organId, async (tx) => {
      await remindDue(tx, systemActor(organId, today()))
      await remindDeclarations(tx, systemActor(organId, today()))
    })
  })

/** What the program does by the clock, office time. */
export const timedWork = (setting: WorkSetting): Readonly<Record<string, Job>> => ({
  'remind-due': { cron: '5 7-19 * * *', run: () => remindAll(setting) },
  'publish-scheduled': {
    cron: '* * * * *',
    run: () =>
      forEachOrgan(setting.db, async (organId) => {
        await publishDue(setting.db, systemActor(organId, setting.today()), new Date())
      }),
  },
  'check-links': {
    cron: '*/10 * * * *',
    run: () =>
      forEachOrgan(setting.db, async (organId) => {
        await checkLinks(setting.db, organId)
      }),
  },
  'compare-originality': {
    cron: '10 2 * * *',
    run: () =>
      forEachOrgan(setting.db, async (organId) => {
        await compareAll(setting.db, systemActor(organId, setting.today()))
      }),
  },
  'remove-expired-files': {
    cron: '35 * * * *',
    run: () =>
      forEachOrgan(setting.db, async (organId) => {
        await inOrgan(setting.db, organId, removeExpired)
      }),
  },
  'send-mail': {
    cron: '* * * * *',
    run: () =>
      forEachOrgan(setting.db, async (organId) => {
        if (setting.mail) await sendQueued(setting.db, organId, setting.mail)
      }),
  },
  'remove-old-tries': {
    cron: '20 3 * * *',
    run: () => setting.db.transaction().execute((tx) => removeOldTries(tx, new Date())),
  },
  'keep-archive': { cron: '*/10 * * * *', run: async () => setting.backup?.keep() },
  'prove-backup': { cron: '30 1 * * *', run: async () => setting.backup?.prove() },
  'anchor-audit': {
    cron: '50 23 * * *',
    run: async () => {
      const all = await setting.db.transaction().execute(organs.list)
      const ids = all.map(({ id }) => id)
      await anchorAudit(setting.db, setting.dataFolder, ids, new Date())
    },
  },
})

/** One organ's trouble does not keep the others waiting; it is told at the end. */
async function forEachOrgan(db: Database, work: (organId: number) => Promise<void>): Promise<void> {
  const problems: unknown[] = []
  for (const { id, slug } of await db.transaction().execute(organs.list))
    await work(id).catch((cause) => problems.push(new Error(`for ${slug}`, { cause })))
  if (problems.length > 0) throw new AggregateError(problems, 'some organs could not be worked for')
}
