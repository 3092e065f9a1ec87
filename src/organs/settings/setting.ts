import { z } from 'zod'
import type { PlainDate } from '../../days/plain-date.ts'
import { defaultTemplate, IndexNumberTemplate } from '../../disclosure/index-number.ts'
import { readSettings, type Setting, type SettingId, settings, settingsOn } from '../../law/settings.ts'
import { defaultLevels, defaultNoticeLevels } from '../../requests/approval-levels.ts'
import { ChosenPlan, defaultPlan } from '../../disclosure/review-plan.ts'
import { businessRoles } from '../role.ts'

/** Who approves an answer, in order; every level is another person. */
const ApprovalLevels = z
  .array(z.enum(businessRoles.filter((role) => role !== 'clerk')))
  .min(1, '至少要有一级审批')
  .max(4, '最多四级审批')
  .refine((levels) => new Set(levels).size === levels.length, '同一角色只能审批一级')

const MonthDay = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, '请按“月-日”填写，如 01-20')

/** Told in every letter that may be challenged; without it the letter uses general words. */
const Named = z.string('请填写文字').trim().min(1, '请填写名称，或者留空').max(100, '不超过100个字').nullable()

interface OwnChoice {
  readonly question: string
  readonly schema: z.ZodType
  readonly preset: unknown
  readonly choices: readonly string[] | null
  readonly source: string
}

/** What only the organ itself can say. */
const ownChoices: Readonly<Record<string, OwnChoice>> = {
  approvalLevels: {
    question: '答复，以及告知第三方决定公开的文书，由哪几级依次审批？',
    schema: ApprovalLevels,
    preset: defaultLevels,
    choices: null,
    source: '由本机关确定',
  },
  supplementLevels: {
    question: '补正告知书由哪几级依次审批后发出？',
    schema: ApprovalLevels,
    preset: defaultNoticeLevels,
    choices: null,
    source: '条例第四十五条；由本机关确定',
  },
  reasonsLevels: {
    question: '说明理由告知书由哪几级依次审批后发出？',
    schema: ApprovalLevels,
    preset: defaultNoticeLevels,
    choices: null,
    source: '条例第四十五条；由本机关确定',
  },
  consultationLevels: {
    question: '征求第三方、共同制作机关意见的文书由哪几级依次审批后发出？',
    schema: ApprovalLevels,
    preset: defaultNoticeLevels,
    choices: null,
    source: '条例第四十五条；由本机关确定',
  },
  reviewPlan: {
    question: '主动公开的信息由谁依次审核（三级审核），各几个工作日，核对什么？',
    schema: ChosenPlan,
    preset: defaultPlan,
    choices: null,
    source: '条例第十七条；由本机关确定',
  },
  indexNumberTemplate: {
    question: '政府信息的索引号按什么式样编排？',
    schema: IndexNumberTemplate,
    preset: defaultTemplate,
    choices: null,
    source: '条例第十二条；式样由各地规定，已编的索引号不变',
  },
  leadership: {
    question: '本机关受谁领导（决定向哪里申请行政复议）？',
    schema: z.enum(['local', 'vertical', 'justice'], '请从列出的选项中选择'),
    preset: 'local',
    choices: ['local', 'vertical', 'justice'],
    source: '复议法 24、27、28',
  },
  reconsiderationOrgan: {
    question: '对本机关的行政行为不服，向哪个机关申请行政复议（名称，印在答复书上）？',
    schema: Named,
    preset: null,
    choices: null,
    source: '复议法 24–28；未填时用“本级人民政府”等一般说法',
  },
  competentCourt: {
    question: '向哪个人民法院提起行政诉讼（名称，印在答复书上）？',
    schema: Named,
    preset: null,
    choices: null,
    source: '未填时写“有管辖权的人民法院”',
  },
  onlineReconsideration: {
    question: '通过互联网申请行政复议的渠道（网址或者名称，印在答复书上）？',
    schema: Named,
    preset: null,
    choices: null,
    source: '复议法 22 II：以互联网渠道送达的，应当同时提供',
  },
}

/** What an organ may choose for each question that the law leaves open and something reads, and what only it can say. */
const schemas: Readonly<Record<string, z.ZodType>> = {
  ...Object.fromEntries(Object.entries(ownChoices).map(([id, { schema }]) => [id, schema])),
  ...Object.fromEntries(readSettings.map((id) => [id, schemaOf(settings[id])])),
}

function schemaOf({ choices, default: preset }: Setting): z.ZodType {
  if (choices) return z.literal([...choices], '请从列出的选项中选择')
  if (typeof preset === 'number') return z.int('请填写整数').min(1, '至少为1').max(60, '最多为60')
  return preset === null ? MonthDay.nullable() : MonthDay
}

/** What may be chosen on a day: each of these changes something that is done from then on. */
export const settingIds = (day: PlainDate): string[] => [...Object.keys(ownChoices), ...settingsOn(day)]

/** The value in its form, or why it cannot be chosen; undefined when there is no such setting on that day. */
export const readSetting = (id: string, value: unknown, day: PlainDate) =>
  settingIds(day).includes(id) ? schemas[id]?.safeParse(value) : undefined

/** What holds where an organ has chosen nothing. */
export const presetOf = (id: string): unknown => {
  const own = ownChoices[id]
  return own ? own.preset : settings[id as SettingId]?.default
}

/** The question as it is put to the organ. */
export const questionOf = (id: string) => {
  const own = ownChoices[id]
  if (own) return { question: own.question, choices: own.choices, source: own.source, confidence: null }
  const { question, choices, source, confidence }: Setting = settings[id as SettingId]
  return { question, choices: choices ?? null, source, confidence }
}
