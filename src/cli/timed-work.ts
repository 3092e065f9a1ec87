import { anchorAudit } from '../audit/anchors.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { removeOldTries } from '../db/attempts.ts'
import type { Database, Tx } from '../db/database.ts'
import { inOrgan } from '../db/organ.ts'
import { removeExpired } from '../files/store.ts'
import type { Job } from '../jobs/jobs.ts'
import { systemActor } from '../organs/actor.ts'
import * as organs from '../organs/store.ts'
import { remindDue } from '../requests/actions/remind-due.ts'

export interface WorkSetting {
  readonly db: Database
  readonly dataFolder: string
  readonly today: () => PlainDate
}

/** Reminds every organ of what is due; whoever runs it again reminds nobody twice. */
export const remindAll = ({ db, today }: WorkSetting): Promise<void> =>
  forEachOrgan(db, async (tx, organId) => {
    await remindDue(tx, systemActor(organId, today()))
  })

/** What the program does by the clock, office time. */
export const timedWork = (setting: WorkSetting): Readonly<Record<string, Job>> => ({
  'remind-due': { cron: '5 7-19 * * *', run: () => remindAll(setting) },
  'remove-expired-files': {
    cron: '35 * * * *',
    run: () =>
      forEachOrgan(setting.db, async (tx) => {
        await removeExpired(tx)
      }),
  },
  'remove-old-tries': {
    cron: '20 3 * * *',
    run: () => setting.db.transaction().execute((tx) => removeOldTries(tx, new Date())),
  },
  'anchor-audit': {
    cron: '50 23 * * *',
    run: async () => {
      const all = await setting.db.transaction().execute(organs.list)
      const ids = all.map(({ id }) => id)
      await anchorAudit(setting.db, setting.dataFolder, ids, new Date())
    },
  },
})

async function forEachOrgan(db: Database, work: (tx: Tx, organId: number) => Promise<void>): Promise<void> {
  for (const { id } of await db.transaction().execute(organs.list)) await inOrgan(db, id, (tx) => work(tx, id))
}
