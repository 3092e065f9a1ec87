import { anchorAudit } from '../audit/anchors.ts'
import { compareAll } from '../channels/actions.ts'
import type { PlainDate } from '../days/plain-date.ts'
import { removeOldTries } from '../db/attempts.ts'
import type { Database } from '../db/database.ts'
import { inOrgan } from '../db/organ.ts'
import { checkLinks } from '../disclosure/actions/check-links.ts'
import { publishDue } from '../disclosure/actions/publish-due.ts'
import { removeExpired } from '../files/store.ts'
import type { Job } from '../jobs/jobs.ts'
import { sendQueued } from '../mail/outbox.ts'
import type { MailTransport } from '../mail/transport.ts'
import { systemActor } from '../organs/actor.ts'
import * as organs from '../organs/store.ts'
import { noteDrift } from '../report/drift.ts'
import { remindDue } from '../requests/actions/remind-due.ts'
import { setLetters } from '../requests/letter-files.ts'
import { remindDeclarations } from '../supervision/coverage/actions.ts'
import type { BackupWork } from './backup-work.ts'
import { composeMail } from './compose-mail.ts'

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
    const actor = systemActor(organId, today())
    await all([
      async () => void (await remindDue(db, actor)),
      async () => void (await inOrgan(db, organId, (tx) => remindDeclarations(tx, actor))),
    ])
  })

/** What the program does by the clock, office time. */
export const timedWork = (setting: WorkSetting): Readonly<Record<string, Job>> => ({
  'remind-due': { title: '提醒快到期和已逾期的事项', cron: '5 7-19 * * *', run: () => remindAll(setting) },
  'set-letters': {
    title: '生成已发出文书的文件',
    cron: '*/5 * * * *',
    run: () =>
      forEachOrgan(setting.db, async (organId) => {
        await setLetters(setting.db, organId)
      }),
  },
  'publish-scheduled': {
    title: '按设定的时间公开',
    cron: '* * * * *',
    run: () =>
      forEachOrgan(setting.db, async (organId) => {
        await publishDue(setting.db, systemActor(organId, setting.today()), new Date())
      }),
  },
  'check-links': {
    title: '检查页面上的链接',
    cron: '*/10 * * * *',
    run: () =>
      forEachOrgan(setting.db, async (organId) => {
        await checkLinks(setting.db, organId)
      }),
  },
  'compare-originality': {
    title: '比对原创与转载',
    cron: '10 2 * * *',
    run: () =>
      forEachOrgan(setting.db, async (organId) => {
        await compareAll(setting.db, systemActor(organId, setting.today()))
      }),
  },
  'compare-reports': {
    title: '核对已公布的年度报告与台账',
    cron: '40 2 * * *',
    run: () =>
      forEachOrgan(setting.db, async (organId) => {
        await inOrgan(setting.db, organId, (tx) => noteDrift(tx, systemActor(organId, setting.today())))
      }),
  },
  'remove-expired-files': {
    title: '删除没有提交的上传文件',
    cron: '35 * * * *',
    run: () =>
      forEachOrgan(setting.db, async (organId) => {
        await inOrgan(setting.db, organId, removeExpired)
      }),
  },
  'send-mail': {
    title: '发送邮件',
    cron: '* * * * *',
    run: () =>
      forEachOrgan(setting.db, async (organId) => {
        if (setting.mail) await sendQueued(setting.db, organId, setting.mail, composeMail(setting.today))
      }),
  },
  'remove-old-tries': {
    title: '清理登录和查询的失败计数',
    cron: '20 3 * * *',
    run: () => setting.db.transaction().execute((tx) => removeOldTries(tx, new Date())),
  },
  ...ofBackups(setting.backup),
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

/** Only what there is to do: none for a database that is somebody else's, no archive where none is wanted. */
const ofBackups = (backup: BackupWork | undefined): Record<string, Job> => {
  if (!backup) return {}
  const prove = { title: '恢复一次备份作验证', cron: '30 1 * * *', run: backup.prove }
  if (!backup.place.setting) return { 'prove-backup': prove }
  return { 'keep-archive': { title: '保持连续备份', cron: '*/10 * * * *', run: backup.keep }, 'prove-backup': prove }
}

/** One organ's trouble does not keep the others waiting; it is told at the end. */
export async function forEachOrgan(db: Database, work: (organId: number) => Promise<void>): Promise<void> {
  const known = await db.transaction().execute(organs.listNamed)
  await all(
    known.map(
      ({ id, slug }) =>
        () =>
          named(slug, work(id)),
    ),
  )
}

async function named(slug: string, work: Promise<void>): Promise<void> {
  await work.catch((cause) => {
    throw new Error(`for ${slug}`, { cause })
  })
}

/** Does one after the other, whatever becomes of those before. */
async function all(works: readonly (() => Promise<void>)[]): Promise<void> {
  const problems: unknown[] = []
  for (const work of works) await work().catch((problem) => problems.push(problem))
  if (problems.length > 0) throw new AggregateError(problems, 'some work could not be done')
}
