import { z } from 'zod'
import type { PlainDate } from '../../days/plain-date.ts'
import { standardColumns } from '../../law/platform-columns.ts'
import { art21Additions } from '../../law/scope.ts'
import type { Role } from '../../organs/role.ts'
import { line, required } from '../../organs/text.ts'
import type { Freshness } from './freshness.ts'

/** Who arranges the platform, its guide, catalogue and coverage: the head of the work body (art. 4), and the system's administrator. */
export const platformEditors: readonly Role[] = ['ogiHead', 'systemAdmin']

export const columnKinds = [
  { id: 'guide', label: '公开指南', holdsRecords: false },
  { id: 'list', label: '信息列表', holdsRecords: true },
  { id: 'reports', label: '年度报告', holdsRecords: false },
  { id: 'requests', label: '依申请公开', holdsRecords: false },
  { id: 'library', label: '文件库', holdsRecords: true },
  { id: 'page', label: '单页', holdsRecords: true },
] as const
export const ColumnKind = z.enum(columnKinds.map(({ id }) => id))
export type ColumnKind = z.infer<typeof ColumnKind>

export const holdsRecords = (kind: string): boolean => columnKinds.find(({ id }) => id === kind)?.holdsRecords === true

const roots = new Set(standardColumns.flatMap(({ id, parent }) => (parent === null ? [id] : [])))

/** The five columns of 国办公开办函〔2019〕61号, whose names and order are the same everywhere. */
export const isRoot = (id: string): boolean => roots.has(id)
export const isStandard = (id: string): boolean => standardColumns.some((column) => column.id === id)

/** Every matter that art. 21 adds at some level. */
export const art21Matters = [...new Set(art21Additions.flatMap(({ matters }) => matters))]

const facts = {
  name: required('请填写栏目名称', 30),
  scope: line(300),
  content: line(500),
  form: line(100),
  updateDays: z.int('请填写天数').min(1, '至少1天').max(3660, '最多3660天').nullable(),
  unitId: z.uuid('请选择科室').nullable(),
  art20Items: z.array(z.int().min(1).max(15, '条例第二十条共15项')).max(15),
  art21Matters: z
    .array(z.string().refine((matter) => art21Matters.includes(matter), '条例第二十一条没有这一项'))
    .max(20),
  position: z.int('请填写整数').min(0, '不小于0').max(100_000, '最大100000'),
}

export const ColumnChange = z.strictObject(facts)
export type ColumnChange = z.infer<typeof ColumnChange>

export const NewColumn = z.strictObject({
  ...facts,
  parentId: z.string('请选择上级栏目').min(1, '请选择上级栏目').max(40),
  kind: z.enum(['list', 'page'], '请选择栏目类型'),
  /** Stands in its address; empty: one is given. */
  id: line(40).refine((id) => /^(?:[a-z][a-z0-9-]{1,39})?$/.test(id), '用小写字母、数字和连字符，以字母开头，2—40个'),
  /** Null: behind its siblings. */
  position: facts.position.nullable(),
})
export type NewColumn = z.infer<typeof NewColumn>

export const ColumnClosing = z.strictObject({
  reason: required('请填写撤销栏目的理由', 300),
  /** Where its records go; null when it has none. */
  successorId: z.string().max(40).nullable(),
})
export type ColumnClosing = z.infer<typeof ColumnClosing>

/** Several columns are given to one unit at once. */
export const ColumnsUnit = z.strictObject({
  ids: z.array(z.string().max(60)).min(1, '请选择栏目').max(500, '一次最多500个栏目'),
  unitId: z.uuid('请选择科室'),
})
export type ColumnsUnit = z.infer<typeof ColumnsUnit>

/** What of them was given, and what was not, with its reason. */
export interface GivenColumns {
  readonly given: readonly string[]
  readonly refused: readonly { readonly id: string; readonly name: string; readonly why: string }[]
}

export const ColumnMove = z.strictObject({
  parentId: z.string('请选择新的上级栏目').min(1, '请选择新的上级栏目').max(40),
})
export type ColumnMove = z.infer<typeof ColumnMove>

/** A column with all that its administration shows. */
export interface ColumnView {
  readonly id: string
  readonly parentId: string | null
  readonly position: number
  readonly name: string
  readonly kind: ColumnKind
  readonly isRoot: boolean
  readonly isStandard: boolean
  readonly scope: string
  readonly content: string
  readonly form: string
  readonly updateDays: number | null
  readonly unitId: string | null
  readonly unitName: string | null
  readonly art20Items: readonly number[]
  readonly art21Matters: readonly string[]
  readonly closedOn: PlainDate | null
  readonly closedReason: string
  readonly successorId: string | null
  /** Records that the public sees in this very column. */
  readonly liveCount: number
  /** Editions on their way into it. */
  readonly openCount: number
  /** The last publication or correction. */
  readonly updatedOn: PlainDate | null
  readonly daysSince: number | null
  readonly freshness: Freshness
}
