import type { OrganJob } from '../jobs/organ-job.ts'
import { findDocuments } from './documents/find-documents.ts'

export const ledgerJobs: readonly OrganJob[] = [
  {
    name: 'find-documents',
    title: '更新规范性文件的检索词',
    cron: '* * * * *',
    atStart: true,
    run: findDocuments,
  },
]
