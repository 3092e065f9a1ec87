import type { OrganJob } from '../jobs/organ-job.ts'
import { systemActor } from '../organs/actor.ts'
import { compareAll } from './actions.ts'

export const channelJobs: readonly OrganJob[] = [
  {
    name: 'compare-originality',
    title: '比对原创与转载',
    cron: '10 2 * * *',
    run: (db, organId, today) => compareAll(db, systemActor(organId, today)),
  },
]
