import { inOrgan } from '../db/organ.ts'
import type { OrganJob } from '../jobs/organ-job.ts'
import { restoreEach } from '../review/turns/actions.ts'
import { getForChange, listOpenIds } from './store/feedback.ts'
import { turnsOf } from './turns.ts'

export const feedbackJobs: readonly OrganJob[] = [
  {
    name: 'settle-feedback-turns',
    title: '核对公众意见轮到谁办理',
    cron: '35 3 * * *',
    atStart: true,
    run: async (db, organId) => {
      const open = await inOrgan(db, organId, (tx) => listOpenIds(tx, organId))
      await restoreEach(db, organId, open, async (tx, id) => {
        const { feedback } = await getForChange(tx, organId, id)
        return { organId, subjectId: id, kinds: ['feedback'], turns: turnsOf(feedback) }
      })
    },
  },
]
