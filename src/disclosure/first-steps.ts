import type { FirstStep } from '../organs/first-steps/first-step.ts'
import { chosen } from '../organs/settings/chosen.ts'
import { findUnheldInPlan } from '../review/unheld.ts'
import { reviewPlan } from './settings.ts'

export const reviewStep: FirstStep = {
  id: 'reviews',
  title: '信息审核的各级',
  why: '某一级没有人能审的信息不能送审，也就公开不了（条例第十七条）。由安全管理员分配角色，或者在审核设置里换一个角色审核。',
  path: '/review-plan',
  by: 'systemAdmin',
  missing: async (tx, { organ, today }) => {
    const plan = await chosen(tx, organ.id, reviewPlan)
    const refusal = await findUnheldInPlan(tx, { organId: organ.id, today }, plan)
    return refusal ? [refusal.message] : []
  },
}
