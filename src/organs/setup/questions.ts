import type { Organ } from '../organ.ts'
import type { SetUp } from './set-up.ts'

export const organKinds: Readonly<Record<Organ['kind'], string>> = {
  government: '政府',
  department: '部门',
  township: '乡镇街道',
}

export const organLevels: Readonly<Record<Organ['level'], string>> = {
  national: '国家',
  province: '省',
  city: '市',
  county: '县',
  township: '乡',
}

/** A line that is asked for when a bureau is set up, at the terminal and in the browser alike. */
export interface SetUpQuestion {
  readonly id: Exclude<keyof SetUp, 'canMakeRules' | 'systemAdmin' | 'securityAdmin' | 'auditAdmin'>
  readonly label: string
  /** An example, or when it is left empty. */
  readonly hint?: string
  readonly mayBeEmpty?: true
}

export const setUpQuestions: readonly SetUpQuestion[] = [
  { id: 'slug', label: '网址中的代号', hint: '如 shili-tjj' },
  { id: 'name', label: '机关全称', hint: '如 示例市统计局' },
  { id: 'kind', label: '种类' },
  { id: 'level', label: '层级' },
  { id: 'parent', label: '上级机关在本系统的代号', hint: '没有的留空', mayBeEmpty: true },
  { id: 'creditCode', label: '统一社会信用代码', hint: '暂时没有的留空', mayBeEmpty: true },
  { id: 'letterCode', label: '机关代字', hint: '用于文书编号，如 示统', mayBeEmpty: true },
  { id: 'ogiWorkBody', label: '政府信息公开工作机构', hint: '对外公布的名称' },
  { id: 'unit', label: '承担这项工作的科室' },
  { id: 'address', label: '办公地址', mayBeEmpty: true },
  { id: 'postcode', label: '邮政编码', mayBeEmpty: true },
  { id: 'phone', label: '联系电话', mayBeEmpty: true },
  { id: 'email', label: '电子邮箱', mayBeEmpty: true },
  { id: 'siteCode', label: '政府网站标识码', mayBeEmpty: true },
]

/** What most bureaus would answer, by what they have answered before; undefined where nothing can be guessed. */
export function proposedFor(
  id: string,
  { name = '', ogiWorkBody = '' }: { readonly name?: string | undefined; readonly ogiWorkBody?: string | undefined },
): string | undefined {
  if (id === 'ogiWorkBody') return name === '' ? undefined : `${name}办公室`
  if (id !== 'unit') return undefined
  const unit = ogiWorkBody.startsWith(name) ? ogiWorkBody.slice(name.length) : ogiWorkBody
  return unit || undefined
}
