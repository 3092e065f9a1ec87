import type { AdministrativeDecision } from '../administrative-decision.ts'
import { counterpartyFields, type DecisionField, sourceFields } from './field.ts'

export type DecisionKind = AdministrativeDecision['kind']
export const decisionKinds = [
  { id: 'licensing', label: '行政许可' },
  { id: 'penalty', label: '行政处罚' },
  { id: 'compulsion', label: '行政强制' },
] as const satisfies readonly { readonly id: DecisionKind; readonly label: string }[]
export const decisionKindLabel = (kind: DecisionKind): string =>
  decisionKinds.find(({ id }) => id === kind)?.label ?? kind

/** 2099-12-31 stands for a licence without end. */
export const longTerm = '2099-12-31'

const licensing: readonly DecisionField[] = [
  ...counterpartyFields('XK'),
  {
    ...{ kind: 'text', id: 'paperName', code: 'XK_XKWS', label: '行政许可决定文书名称', maxLength: 200 },
    ...{ required: true, isPublic: true },
  },
  {
    ...{ kind: 'text', id: 'number', isNumber: true, code: 'XK_WSH', label: '行政许可决定文书号', maxLength: 100 },
    ...{ required: true, isPublic: true },
  },
  {
    ...{ kind: 'choice', id: 'category', code: 'XK_XKLB', label: '许可类别', required: true, isPublic: true },
    writing: 'licenceCategoryWriting',
    choices: [
      { id: 'general', label: '普通', code: '01' },
      { id: 'concession', label: '特许', code: '02' },
      { id: 'recognition', label: '认可', code: '03' },
      { id: 'approval', label: '核准', code: '04' },
      { id: 'registration', label: '登记', code: '05' },
      { id: 'other', label: '其他', code: '06' },
    ],
  },
  { kind: 'text', id: 'certificate', code: 'XK_XKZS', label: '许可证书名称', maxLength: 200, isPublic: true },
  { kind: 'text', id: 'certificateNumber', code: 'XK_XKBH', label: '许可编号', maxLength: 100, isPublic: true },
  {
    ...{ kind: 'text', id: 'content', code: 'XK_NR', label: '许可内容', maxLength: 2000, prose: true },
    ...{ required: true, isPublic: true },
  },
  { kind: 'date', id: 'decidedOn', code: 'XK_JDRQ', label: '许可决定日期', required: true, isPublic: true },
  {
    ...{ kind: 'date', id: 'validFrom', code: 'XK_YXQZ', label: '有效期自', mayBeFuture: true },
    ...{ required: true, isPublic: true },
  },
  {
    ...{ kind: 'date', id: 'validUntil', code: 'XK_YXQZI', label: '有效期至', mayBeFuture: true },
    ...{ required: true, isPublic: true, note: `长期有效的填 ${longTerm}` },
  },
  { kind: 'text', id: 'organ', code: 'XK_XKJG', label: '许可机关', maxLength: 200, required: true, isPublic: true },
  { kind: 'creditCode', id: 'organCode', code: 'XK_XKJGDM', label: '许可机关统一社会信用代码', isPublic: true },
  {
    ...{ kind: 'choice', id: 'state', code: 'XK_ZT', label: '当前状态', required: true, isPublic: true },
    writing: 'licenceStateWriting',
    choices: [
      { id: 'valid', label: '有效', code: '1' },
      { id: 'invalid', label: '无效', code: '2' },
    ],
  },
  ...sourceFields(['XK_LYDW', 'XK_LYDWDM']),
]

const penalty: readonly DecisionField[] = [
  ...counterpartyFields('CF'),
  {
    ...{ kind: 'text', id: 'number', isNumber: true, code: 'CF_WSH', label: '行政处罚决定书文号', maxLength: 100 },
    ...{ required: true, isPublic: true },
  },
  {
    ...{ kind: 'text', id: 'violation', code: 'CF_WFXW', label: '违法行为类型', maxLength: 500 },
    ...{ required: true, isPublic: true },
  },
  {
    ...{ kind: 'text', id: 'facts', code: 'CF_SY', label: '违法事实', maxLength: 2000, prose: true },
    ...{ required: true, isPublic: true },
  },
  {
    ...{ kind: 'text', id: 'basis', code: 'CF_YJ', label: '处罚依据', maxLength: 2000, prose: true },
    ...{ required: true, isPublic: true },
  },
  {
    ...{ kind: 'choices', id: 'categories', code: 'CF_CFLB', label: '处罚类别', required: true, isPublic: true },
    choices: [
      { id: 'warning', label: '警告' },
      { id: 'criticism', label: '通报批评' },
      { id: 'fine', label: '罚款' },
      { id: 'illegalGains', label: '没收违法所得' },
      { id: 'illegalProperty', label: '没收非法财物' },
      { id: 'suspendLicence', label: '暂扣许可证件' },
      { id: 'lowerGrade', label: '降低资质等级' },
      { id: 'revokeLicence', label: '吊销许可证件' },
      { id: 'restrictBusiness', label: '限制开展生产经营活动' },
      { id: 'stopBusiness', label: '责令停产停业' },
      { id: 'closeDown', label: '责令关闭' },
      { id: 'restrictPractice', label: '限制从业' },
      { id: 'detention', label: '行政拘留' },
      { id: 'other', label: '其他' },
    ],
  },
  {
    ...{ kind: 'text', id: 'content', code: 'CF_NR', label: '处罚内容', maxLength: 2000, prose: true },
    ...{ required: true, isPublic: true },
  },
  {
    ...{ kind: 'wan', id: 'fine', code: 'CF_NR_FK', label: '罚款金额（万元）', isPublic: true },
    requiredIf: { field: 'categories', has: 'fine' },
  },
  {
    ...{ kind: 'wan', id: 'confiscated', code: 'CF_NR_WFFF', label: '没收违法所得、没收非法财物的金额（万元）' },
    ...{ isPublic: true, requiredIf: { field: 'categories', has: 'illegalGains' } },
  },
  {
    ...{ kind: 'text', id: 'licence', code: 'CF_NR_ZKDX', label: '暂扣或吊销证照名称及编号', maxLength: 200 },
    ...{ isPublic: true, requiredIf: { field: 'categories', has: 'revokeLicence' } },
  },
  { kind: 'date', id: 'decidedOn', code: 'CF_JDRQ', label: '处罚决定日期', required: true, isPublic: true },
  { kind: 'date', id: 'validUntil', code: 'CF_YXQ', label: '处罚有效期', mayBeFuture: true, isPublic: true },
  { kind: 'date', id: 'shownUntil', code: 'CF_GSJZQ', label: '公示截止期', mayBeFuture: true, isPublic: true },
  { kind: 'text', id: 'organ', code: 'CF_CFJG', label: '处罚机关', maxLength: 200, required: true, isPublic: true },
  { kind: 'creditCode', id: 'organCode', code: 'CF_CFJGDM', label: '处罚机关统一社会信用代码', isPublic: true },
  ...sourceFields(['CF_SJLY', 'CF_SJLYDM']),
]

/** Compulsion is counted in the report; no national layout publishes it. */
const compulsion: readonly DecisionField[] = [
  {
    ...{
      kind: 'text',
      id: 'number',
      isNumber: true,
      code: '',
      label: '决定书文号',
      maxLength: 100,
      required: true,
      isPublic: false,
    },
  },
  { kind: 'date', id: 'decidedOn', code: '', label: '决定日期', required: true, isPublic: false },
  {
    ...{ kind: 'text', id: 'content', code: '', label: '强制措施、强制执行的内容', maxLength: 2000, prose: true },
    isPublic: false,
  },
]

/** The fields of a decision in the order of the national layout; form, check, page, publication and export walk them. */
export const decisionFields: Readonly<Record<DecisionKind, readonly DecisionField[]>> = {
  ...{ licensing, penalty, compulsion },
}
