import type { OrganJob } from '../jobs/organ-job.ts'
import { remindOfTurns } from './turns/actions.ts'

export const reviewJobs: readonly OrganJob[] = [
  {
    name: 'remind-turns',
    title: '提醒轮到办理而快到期的事项',
    cron: '20 8 * * *',
    run: (db, organId, today) => remindOfTurns(db, organId, today),
  },
]
