import { inOrgan } from '../db/organ.ts'
import type { OrganJob } from '../jobs/organ-job.ts'
import { systemActor } from '../organs/actor.ts'
import { keyTelephones } from './actions/key-telephones.ts'
import { remindDue } from './actions/remind-due.ts'
import { settleTurns } from './actions/settle-turns.ts'
import { setLetters } from './letter-files.ts'
import { removeExpiredDrafts } from './store/drafts.ts'

export const requestJobs: readonly OrganJob[] = [
  {
    name: 'remind-due',
    title: '提醒快到期和已逾期的事项',
    cron: '5 7-19 * * *',
    atStart: true,
    run: (db, organId, today) => remindDue(db, systemActor(organId, today)),
  },
  {
    name: 'settle-request-turns',
    title: '核对申请轮到谁办理',
    cron: '25 3 * * *',
    atStart: true,
    run: (db, organId, today) => settleTurns(db, organId, today),
  },
  {
    name: 'key-telephones',
    title: '补记申请人电话和姓名的查找索引',
    cron: '35 3 * * *',
    atStart: true,
    run: (db, organId) => keyTelephones(db, organId),
  },
  {
    name: 'set-letters',
    title: '生成已发出文书的文件',
    cron: '*/5 * * * *',
    run: (db, organId) => setLetters(db, organId),
  },
  {
    name: 'remove-expired-drafts',
    title: '删除没有提交的申请草稿',
    cron: '40 * * * *',
    run: (db, organId) => inOrgan(db, organId, removeExpiredDrafts),
  },
]
