import type { Setting } from '../organs/settings/setting.ts'
import { ChosenPlan, defaultPlan, ReviewPlan } from './review-plan.ts'

/** Art. 17. A submission keeps the levels that it was submitted with. */
export const reviewPlan: Setting<ReviewPlan> = {
  id: 'reviewPlan',
  question: '主动公开的信息由谁依次审核（三级审核），各几个工作日，核对什么？',
  matter: '主动公开',
  effect: '修改后送审的信息按新的安排审核；正在审核的仍按送审时的安排。',
  schema: ChosenPlan,
  kept: ReviewPlan,
  preset: defaultPlan,
  choices: null,
  source: '条例第十七条；由本机关确定',
  confidence: null,
}

export const reviewSettings: readonly Setting[] = [reviewPlan]
