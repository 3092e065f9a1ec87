import { z } from 'zod'
import type { Setting } from '../organs/settings/setting.ts'
import { ReviewPlan } from '../review/plan.ts'
import { refuseUnheldPlan } from '../review/unheld.ts'
import { defaultTemplate, IndexNumberTemplate } from './index-number.ts'
import { ChosenPlan, defaultPlan } from './review-plan.ts'

/** Art. 12. A number that was given is never given anew. */
export const indexNumberTemplate: Setting<string> = {
  id: 'indexNumberTemplate',
  question: '政府信息的索引号按什么式样编排？',
  matter: '主动公开',
  effect: '以后首次公布的信息按新的式样编号；已经编的索引号不变。',
  schema: IndexNumberTemplate,
  // Whatever an organ numbers by goes on, whatever may be chosen today.
  kept: z.string().min(1),
  preset: defaultTemplate,
  choices: null,
  source: '条例第十二条；式样由各地规定，已编的索引号不变',
  confidence: null,
}

/** Art. 17. A submission keeps the levels that it was submitted with. */
export const reviewPlan: Setting<ReviewPlan> = {
  id: 'reviewPlan',
  question: '主动公开的信息由谁依次审核（三级审核），各几个工作日，核对什么？',
  matter: '主动公开',
  effect: '修改后送审的信息按新的安排审核；正在审核的仍按送审时的安排。',
  schema: ChosenPlan,
  kept: ReviewPlan,
  check: refuseUnheldPlan,
  preset: defaultPlan,
  choices: null,
  source: '条例第十七条；由本机关确定',
  confidence: null,
}

export const disclosureSettings: readonly Setting[] = [indexNumberTemplate, reviewPlan]
