import { inOrgan } from '../db/organ.ts'
import type { OrganJob } from '../jobs/organ-job.ts'
import { remindDeclarations } from './coverage/actions.ts'

export const supervisionJobs: readonly OrganJob[] = [
  {
    name: 'remind-declarations',
    title: '提醒核对到期的不涉及声明',
    cron: '5 7-19 * * *',
    atStart: true,
    run: (db, organId, today) => inOrgan(db, organId, (tx) => remindDeclarations(tx, { organId, today })),
  },
]
