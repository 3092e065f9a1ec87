import { roleLabel } from '../../organs/role.ts'
import { levelLabel } from '../../review/level.ts'
import type { TypedLevel } from '../review/typed-levels.ts'
import type { SettingValue, SettingView } from './organs-api.ts'

const words: Readonly<Record<string, string>> = {
  mandatoryReconsideration: '复议前置（应当先申请行政复议）',
  optional: '可以复议，也可以直接起诉',
  runs: '继续计算',
  stops: '停止计算',
  dayAfterPayment: '从缴费的次日起重新计算',
  resumes: '扣除等待缴费的时间后继续计算',
  dayAfterSentToDayAnswered: '发出的次日至收到意见的当日',
  arrivalInRecipientSystem: '到达收件人系统之时',
  receivedOn: '收到申请之日',
  registeredOn: '登记之日',
  answeredOn: '作出答复之日',
  servedOn: '送达之日',
  carriedForward: '列入结转下年度',
  answerPeriod: '20个工作日（条例第三十三条的答复期限）',
  sixtyDays: '60日',
  replacesFirstInstance: '一案一计，以二审结果为准',
  countsAgain: '一审、二审分别计',
  upheld: '结果维持',
  otherResult: '其他结果',
  enterprise: '商业企业',
  naturalPerson: '自然人',
  digits: '写代码（1 有效，2 无效）',
  twoDigits: '写代码（01 普通至 06 其他）',
  words: '写文字',
  local: '本级人民政府领导',
  vertical: '垂直领导（海关、金融、外汇管理、税务、国家安全等）',
  justice: '司法行政部门',
  daily: '每天',
  weekly: '每周一',
  ownReport: '只计本机关（政府办公室）',
  withDepartments: '本机关和所属部门、乡镇、街道',
  withGovernments: '本机关和所属部门、乡镇、街道、下级人民政府',
}

/** A choice as people read it. */
export function settingWords(value: SettingValue): string {
  if (value === null) return '未设'
  if (value === true) return '是'
  if (value === false) return '否'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return words[value] ?? value
  return value.map(levelSaid).join(' → ')
}

const levelSaid = ({ id, role, ownUnit, days }: TypedLevel): string =>
  `${levelLabel(id)} ${roleLabel(role)}（${ownUnit ? '仅限承办科室，' : ''}${days}个工作日）`

/** Levels of review, as against every other kind of setting. */
export const isLevels = (value: SettingValue): value is readonly TypedLevel[] => Array.isArray(value)

const papers: Readonly<Record<string, string>> = {
  approvalLevels: '答复',
  supplementLevels: '补正告知书',
  reasonsLevels: '说明理由告知书',
  feeLevels: '收费通知书',
  consultationLevels: '征求意见书',
  reportLevels: '年度报告',
}

/** What the levels of a setting approve, in a word. */
export const levelsName = ({ id }: Pick<SettingView, 'id'>): string => papers[id] ?? '文书'
