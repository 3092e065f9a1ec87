import { decisionKinds } from '../../ledgers/decisions/decision-fields.ts'
import { Role, roleLabel } from '../../organs/role.ts'

/** What stands in the details of entries, as people call it. */
const words: Readonly<Record<string, string>> = {
  act: '行为',
  added: '新增',
  changed: '变动',
  action: '操作',
  address: '地址',
  administrators: '管理员',
  after: '修改后',
  anchors: '锚点',
  as: '文件格式',
  art20Items: '条例第二十条各项',
  art21Matters: '条例第二十一条事项',
  before: '修改前',
  by: '办理人',
  bySetUpKey: '用开设机关的一次性地址',
  secondFactor: '已在统一身份认证通过第二重验证',
  calendarVersion: '日历版本',
  canMakeRules: '有权制定规章',
  checked: '已核对',
  code: '原因代号',
  columnId: '栏目',
  content: '公开内容',
  count: '数量',
  creditCode: '统一社会信用代码',
  day: '按哪个日期',
  decidedOn: '作出日期',
  edition: '版次',
  email: '电子邮箱',
  entries: '条目',
  faults: '问题',
  fields: '改动的内容',
  file: '文件',
  gate: '检查项',
  fileName: '文件名',
  flagged: '标出',
  form: '公开形式',
  from: '从',
  hash: '校验码',
  kind: '种类',
  ledger: '台账',
  ledgers: '台账',
  letterCode: '机关代字',
  level: '层级',
  login: '登录名',
  moved: '随之变动',
  name: '名称',
  number: '编号',
  ogiWorkBody: '政府信息公开工作机构',
  on: '日期',
  page: '页',
  parentId: '上级栏目',
  persons: '人数',
  phone: '电话',
  position: '排列次序',
  place: '位置',
  publicity: '公示',
  postcode: '邮政编码',
  publishedOn: '发布日期',
  reason: '理由',
  reasons: '说明的理由',
  record: '信息',
  removed: '撤销',
  reports: '年度报告',
  revision: '修订稿',
  role: '角色',
  roles: '角色',
  rows: '行数',
  scope: '公开范围',
  seq: '序号',
  sha256: '文件校验码',
  siteCode: '网站标识码',
  slug: '网址代号',
  sort: '排序',
  staffId: '人员',
  standing: '情况',
  state: '情形',
  status: '状态',
  successorId: '转到的栏目',
  template: '模板',
  title: '标题',
  to: '到',
  type: '类型',
  unchanged: '没有变动',
  unit: '科室',
  unitId: '科室',
  updateDays: '更新周期（天）',
  value: '内容',
  view: '查看',
  withdrawnOn: '撤回日期',
  words: '说明',
  year: '年度',
}

/** A field's name in Chinese; one that has none as it stands in the log, so that nothing is left out. */
export const fieldWords = (name: string): string => words[name] ?? name

/** Under these stands what somebody has typed or is called. */
const typed = new Set(['login', 'name', 'title', 'template', 'reason', 'number', 'by'])

const choiceWords = (value: string): string => {
  const role = Role.safeParse(value)
  return role.success ? roleLabel(role.data) : (decisionKinds.find(({ id }) => id === value)?.label ?? value)
}

function valueWords(value: unknown, name = ''): string {
  if (value === null || value === '') return '（空）'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value))
    return value.length === 0 ? '（无）' : value.map((each) => valueWords(each, name)).join('、')
  if (typeof value === 'string') return typed.has(name) ? value : choiceWords(value)
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .map(([name, inner]) => `${fieldWords(name)} ${valueWords(inner, name)}`)
    .join('，')
}

interface Line {
  readonly label: string
  readonly text: string
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A detail in lines that people can read; of what was changed only what differs. */
export function detailLines(detail: unknown): readonly Line[] {
  if (!isObject(detail)) return detail === null ? [] : [{ label: '内容', text: valueWords(detail) }]
  const { before, after, ...others } = detail
  const rest = Object.entries(others).map(([name, value]) => ({
    label: fieldWords(name),
    text: valueWords(value, name),
  }))
  if (!isObject(before) || !isObject(after)) return [...rest, ...pairOf(before, after)]
  const changed = Object.keys({ ...before, ...after }).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  return [
    ...rest,
    ...changed.map((name) => ({
      label: fieldWords(name),
      text: `${valueWords(before[name] ?? null, name)} → ${valueWords(after[name] ?? null, name)}`,
    })),
  ]
}

const pairOf = (before: unknown, after: unknown): Line[] => {
  if (before === undefined && after === undefined) return []
  return [{ label: '改动', text: `${valueWords(before ?? null)} → ${valueWords(after ?? null)}` }]
}
