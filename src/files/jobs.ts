import { inOrgan } from '../db/organ.ts'
import type { OrganJob } from '../jobs/organ-job.ts'
import { removeExpired } from './store.ts'

export const fileJobs: readonly OrganJob[] = [
  {
    name: 'remove-expired-files',
    title: '删除没有提交的上传文件',
    cron: '35 * * * *',
    run: (db, organId) => inOrgan(db, organId, removeExpired),
  },
]
