import { inOrgan } from '../db/organ.ts'
import type { OrganJob } from '../jobs/organ-job.ts'
import { systemActor } from '../organs/actor.ts'
import { publishDue } from './draft/actions.ts'
import { noteDrift } from './drift.ts'
import { remindOfFilings } from './filing/reminders.ts'
import { findReports } from './find-reports.ts'

export const reportJobs: readonly OrganJob[] = [
  {
    name: 'publish-due-reports',
    title: '按定下的日期公布年度报告',
    cron: '5 8 * * *',
    atStart: true,
    run: (db, organId, today) => publishDue(db, systemActor(organId, today), new Date()),
  },
  {
    name: 'find-reports',
    title: '更新年度报告的检索词',
    cron: '* * * * *',
    atStart: true,
    run: findReports,
  },
  {
    name: 'remind-of-filings',
    title: '提醒尚未报送年度报告的机关',
    cron: '20 8 * * *',
    atStart: true,
    run: (db, organId, today) => remindOfFilings(db, organId, today, new Date()),
  },
  {
    name: 'compare-reports',
    title: '核对已公布的年度报告与台账',
    cron: '40 2 * * *',
    run: (db, organId, today) => inOrgan(db, organId, (tx) => noteDrift(tx, systemActor(organId, today))),
  },
]
