import type { FirstStep } from '../organs/first-steps/first-step.ts'
import { chosen } from '../organs/settings/chosen.ts'
import { findUnheld } from '../review/unheld.ts'
import { levelSettings } from './settings.ts'

const letters = [
  { setting: levelSettings.approvalLevels, name: '答复' },
  { setting: levelSettings.supplementLevels, name: '补正告知书' },
  { setting: levelSettings.reasonsLevels, name: '说明理由告知书' },
  { setting: levelSettings.consultationLevels, name: '征求意见的文书' },
]

/** Whatever is put up to a level that nobody can sign would stand still, and so it is not put up. */
export const approvalStep: FirstStep = {
  id: 'approvals',
  title: '文书审批的各级',
  why: '某一级没有人能批的文书不能送审，答复也就发不出去。由安全管理员分配角色，或者在设置里换一个角色审批。',
  path: '/settings',
  by: 'systemAdmin',
  missing: async (tx, { organ, today }) => {
    const missing: string[] = []
    for (const { setting, name } of letters) {
      const levels = await chosen(tx, organ.id, setting)
      const refusal = await findUnheld(tx, { organId: organ.id, today }, levels)
      if (refusal) missing.push(`${name}：${refusal.message}`)
    }
    return missing
  },
}
