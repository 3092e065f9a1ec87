import { z } from 'zod'
import type { Setting } from '../organs/settings/setting.ts'

/** No law names a period for what readers say of a page. The day is written into each when it comes. */
export const feedbackWorkingDays: Setting<number> = {
  id: 'feedbackWorkingDays',
  question: '公众对页面的纠错、咨询、意见，自收到的次日起几个工作日内答复？',
  matter: '公众意见',
  effect: '以后收到的公众意见按此计算答复期限，回执、提醒和清单都照此；已经收到的期限不变。',
  schema: z.int('请填写整数').min(1, '至少为1').max(60, '最多为60'),
  preset: 5,
  choices: null,
  source: '法律没有规定；由本机关确定',
  confidence: null,
}

export const feedbackSettings: readonly Setting[] = [feedbackWorkingDays]
