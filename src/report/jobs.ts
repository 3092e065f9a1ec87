import { inOrgan } from '../db/organ.ts'
import type { OrganJob } from '../jobs/organ-job.ts'
import { systemActor } from '../organs/actor.ts'
import { noteDrift } from './drift.ts'
import { findReports } from './find-reports.ts'

export const reportJobs: readonly OrganJob[] = [
  {
    name: 'find-reports',
    title: '更新年度报告的检索词',
    cron: '* * * * *',
    atStart: true,
    run: findReports,
  },
  {
    name: 'compare-reports',
    title: '核对已公布的年度报告与台账',
    cron: '40 2 * * *',
    run: (db, organId, today) => inOrgan(db, organId, (tx) => noteDrift(tx, systemActor(organId, today))),
  },
]
