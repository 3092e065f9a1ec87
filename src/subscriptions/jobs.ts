import { inOrgan } from '../db/organ.ts'
import type { OrganJob } from '../jobs/organ-job.ts'
import { isDigestDay, queueDigest } from './digest.ts'
import { removeExpired } from './store/subscribers.ts'

export const subscriptionJobs: readonly OrganJob[] = [
  {
    name: 'tell-subscribers',
    title: '告知邮件订阅者新公开的信息',
    cron: '30 6 * * *',
    run: (db, organId, today) =>
      inOrgan(db, organId, async (tx) =>
        (await isDigestDay(tx, organId, today)) ? queueDigest(tx, organId) : undefined,
      ),
  },
  {
    name: 'remove-unconfirmed',
    title: '删除没有确认的邮件订阅',
    cron: '40 * * * *',
    run: (db, organId) => inOrgan(db, organId, (tx) => removeExpired(tx, organId)),
  },
]
