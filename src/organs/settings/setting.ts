import { z } from 'zod'
import { type Setting, type SettingId, settings } from '../../law/settings.ts'
import { defaultLevels } from '../../requests/approval-levels.ts'
import { businessRoles } from '../role.ts'

/** Who approves an answer, in order; every level is another person. */
const ApprovalLevels = z
  .array(z.enum(businessRoles.filter((role) => role !== 'clerk')))
  .min(1, '至少要有一级审批')
  .max(4, '最多四级审批')
  .refine((levels) => new Set(levels).size === levels.length, '同一角色只能审批一级')

const MonthDay = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, '请按“月-日”填写，如 01-20')

/** What an organ may choose for each question that the law leaves open, and for its own approval levels. */
const schemas: Readonly<Record<string, z.ZodType>> = {
  approvalLevels: ApprovalLevels,
  ...Object.fromEntries(Object.entries(settings).map(([id, setting]) => [id, schemaOf(setting)])),
}

function schemaOf({ choices, default: preset }: Setting): z.ZodType {
  if (choices) return z.literal([...choices], '请从列出的选项中选择')
  if (typeof preset === 'number') return z.int('请填写整数').min(1, '至少为1').max(60, '最多为60')
  return preset === null ? MonthDay.nullable() : MonthDay
}

export const settingIds = Object.keys(schemas)

/** The value in its form, or why it cannot be chosen; undefined when there is no such setting. */
export const readSetting = (id: string, value: unknown) =>
  Object.hasOwn(schemas, id) ? schemas[id]?.safeParse(value) : undefined

/** What holds where an organ has chosen nothing. */
export const presetOf = (id: string): unknown =>
  id === 'approvalLevels' ? defaultLevels : settings[id as SettingId]?.default

/** The question as it is put to the organ. */
export const questionOf = (id: string) => {
  if (id === 'approvalLevels')
    return { question: '答复由哪几级依次审批？', choices: null, source: '由本机关确定', confidence: null }
  const { question, choices, source, confidence }: Setting = settings[id as SettingId]
  return { question, choices: choices ?? null, source, confidence }
}
