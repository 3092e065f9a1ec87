import { z } from 'zod'
import type { Setting } from '../organs/settings/setting.ts'

const own = { matter: '主动公开', source: '法律没有规定；由本机关确定', confidence: null } as const

const asked = '请从列出的选项中选择'
const hours = [24, 48, 72]
const refusals = [1, 3, 5, 10]

/** For how long the link of a mail confirms a subscription. Written into each when it is asked for. */
export const confirmHours: Setting<number> = {
  ...own,
  id: 'subscriptionConfirmHours',
  question: '邮件订阅的确认链接几小时内有效？过期没有确认的，填写的邮箱删除。',
  effect: '以后填写的订阅按此计算；已经发出的确认邮件不变。',
  schema: z.literal(hours, asked),
  preset: 48,
  choices: hours,
}

const rhythms = ['daily', 'weekly'] as const

/** On which mornings subscribers are told what is new. */
export const digestRhythm: Setting<(typeof rhythms)[number]> = {
  ...own,
  id: 'subscriptionRhythm',
  question: '订阅邮件每天发送，还是每周一发送？没有新公开或者变动的，不发。',
  effect: '保存后，下一次发送按此办理；两次发送之间公开的信息都在下一次的邮件里。',
  schema: z.enum(rhythms, asked),
  preset: 'daily',
  choices: rhythms,
}

/** After how many mails in a row that were refused for good a subscription ends. */
export const mostRefusals: Setting<number> = {
  ...own,
  id: 'subscriptionRefusals',
  question: '订阅的邮箱连续几次被对方邮件服务器拒收，就停止订阅？',
  effect: '保存后，下一次被拒收时按此办理；停止订阅的，邮箱随即删除。',
  schema: z.literal(refusals, asked),
  preset: 3,
  choices: refusals,
}

export const subscriptionSettings: readonly Setting[] = [confirmHours, digestRhythm, mostRefusals]
