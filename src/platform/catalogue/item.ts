import { z } from 'zod'
import { line, required } from '../../organs/text.ts'
import { personalDataIn } from '../../workbooks/personal-data.ts'

export const audiences = [
  { id: 'everybody', label: '全社会', aliases: ['社会公众', '公众'] },
  { id: 'specificGroups', label: '特定群体' },
] as const

export const disclosureWays = [
  { id: 'proactive', label: '主动公开', aliases: ['主动'] },
  { id: 'onRequest', label: '依申请公开', aliases: ['依申请'] },
] as const

export const disclosureLevels = [
  { id: 'national', label: '国家级' },
  { id: 'province', label: '省级' },
  { id: 'city', label: '市级', aliases: ['设区的市级'] },
  { id: 'county', label: '县级', aliases: ['区县级', '县区级'] },
  { id: 'township', label: '乡级', aliases: ['乡镇级', '乡镇街道级'] },
  { id: 'countyAndTownship', label: '县级、乡级', aliases: ['县乡级'] },
] as const

const idsOf = <const Id extends string>(list: readonly { readonly id: Id }[]) => list.map(({ id }) => id)
export const labelIn = (list: readonly { readonly id: string; readonly label: string }[], id: string): string =>
  list.find((each) => each.id === id)?.label ?? id

/** Signs that are not seen; a new line is one that people write. */
const unseen = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u

/** Several lines that people write. */
const prose = (ask: string, most: number) =>
  z
    .string()
    .max(10_000, '内容过长')
    .transform((typed) => typed.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .refine((text) => text !== '', ask)
    .refine((text) => !unseen.test(text.replaceAll('\n', '')), '含有看不见的控制字符，请删去后重新填写')
    .refine((text) => [...text].length <= most, `不超过${most}个字`)
    .refine((text) => personalDataIn(text, true) === undefined, '请勿填写身份证号、手机号，目录向社会公开')

const facts = {
  firstItem: required('请填写一级事项', 100),
  secondItem: line(200),
  content: prose('请填写公开内容', 2000),
  basis: prose('请填写公开依据', 2000),
  timeLimit: required('请填写公开时限', 300),
  responsibleOrgan: required('请填写公开主体', 100),
  channels: required('请填写公开渠道和载体', 300),
  audience: z.enum(idsOf(audiences), '请选择公开对象'),
  way: z.enum(idsOf(disclosureWays), '请选择公开方式'),
  level: z.enum(idsOf(disclosureLevels), '请选择公开层级'),
  art20Item: z.int().min(1).max(15).nullable(),
}

/** 公开事项: a row of the catalogue, by the fields of the 基层政务公开标准目录. */
export const CatalogueEntry = z.strictObject({ ...facts, columnId: z.string().max(40).nullable() })
export type CatalogueEntry = z.infer<typeof CatalogueEntry>

/** As typed in the console; without a place it stands behind the others. */
export const CatalogueForm = CatalogueEntry.extend({
  position: z.int('请填写整数').min(1, '不小于1').max(100_000, '最大100000').nullable(),
})
export type CatalogueForm = z.infer<typeof CatalogueForm>

export interface CatalogueItem extends CatalogueEntry {
  readonly id: string
  readonly position: number
  readonly columnName: string | null
}
