import { z } from 'zod'
import { required } from '../text.ts'
import type { Setting } from './setting.ts'

/** Told in every letter that may be challenged; without it the letter uses general words. */
const Named = required('请填写名称，或者留空', 100).nullable()
/** By name, or an address that any browser opens. */
const Way = required('请填写网址或者名称，或者留空', 100)
  .refine(
    (text) => !/^[a-z][a-z\d+.-]*:/i.test(text) || /^https?:\/\/[^\s/]/i.test(text),
    '网址以https://或者http://开头',
  )
  .nullable()

const inLetters =
  '印在答复书等可以复议、诉讼的文书上，并写入政府信息公开指南。修改后拟写的文书按新的写；已经送审和发出的不变。'

const about = {
  matter: '救济途径',
  choices: null,
  confidence: null,
  preset: null,
  schema: Named,
  // What was chosen is printed until something else is, whatever may be chosen today.
  kept: z.string().nullable(),
} as const

/** Who leads the organ: `vertical` as customs, finance, foreign exchange, tax and state security (复议法 27), `justice` by 复议法 28. */
const leaderships = ['local', 'vertical', 'justice'] as const

export const leadership: Setting<(typeof leaderships)[number]> = {
  id: 'leadership',
  question: '本机关受谁领导（决定向哪里申请行政复议）？',
  matter: '救济途径',
  effect: '没有填写复议机关的名称时，逾期未答复的申请人在查询页看到的复议去向按此写明；文书要写明名称，不按此写。',
  schema: z.enum(leaderships, '请从列出的选项中选择'),
  preset: 'local',
  choices: leaderships,
  source: '复议法 24、27、28',
  confidence: null,
}

export const reconsiderationOrgan: Setting<string | null> = {
  id: 'reconsiderationOrgan',
  question: '对本机关的行政行为不服，向哪个机关申请行政复议（名称，印在答复书上）？',
  effect: inLetters,
  source: '复议法 24–28；未填时答复书等告知救济途径的文书不能送审和发出',
  ...about,
}

export const competentCourt: Setting<string | null> = {
  id: 'competentCourt',
  question: '向哪个人民法院提起行政诉讼（名称，印在答复书上）？',
  effect: inLetters,
  source: '未填时答复书等告知救济途径的文书不能送审和发出',
  ...about,
}

export const onlineReconsideration: Setting<string | null> = {
  id: 'onlineReconsideration',
  question: '通过互联网申请行政复议的渠道（网址或者名称，印在答复书上）？',
  effect: inLetters,
  source: '复议法 22 II：以互联网渠道送达的，应当同时提供',
  ...about,
  schema: Way,
}

/** What every organ has to say of remedies, whatever its rooms do. */
export const remedySettings = [leadership, reconsiderationOrgan, competentCourt, onlineReconsideration]
