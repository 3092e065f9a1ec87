import { inOrgan } from '../db/organ.ts'
import type { OrganJob } from '../jobs/organ-job.ts'
import { forgetOld } from './store.ts'

export const outboxJobs: readonly OrganJob[] = [
  {
    name: 'forget-sent',
    title: '删除半年前已经发出或者不再发的邮件等内容',
    cron: '50 3 * * *',
    run: (db, organId) => inOrgan(db, organId, (tx) => forgetOld(tx, organId)),
  },
]
