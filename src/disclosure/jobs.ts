import type { OrganJob } from '../jobs/organ-job.ts'
import { systemActor } from '../organs/actor.ts'
import { checkLinks } from './actions/check-links.ts'
import { publishDue } from './actions/publish-due.ts'
import { settleTurns } from './actions/settle-turns.ts'
import { renewFindable } from './make-findable.ts'

export const disclosureJobs: readonly OrganJob[] = [
  {
    name: 'publish-scheduled',
    title: '按设定的时间公开',
    cron: '* * * * *',
    run: (db, organId, today) => publishDue(db, systemActor(organId, today), new Date()),
  },
  {
    name: 'settle-record-turns',
    title: '核对信息轮到谁办理',
    cron: '30 3 * * *',
    atStart: true,
    run: settleTurns,
  },
  {
    name: 'renew-search',
    title: '更新信息的检索词',
    cron: '* * * * *',
    run: renewFindable,
  },
  {
    name: 'check-links',
    title: '检查页面上的链接',
    cron: '*/10 * * * *',
    run: (db, organId) => checkLinks(db, organId),
  },
]
