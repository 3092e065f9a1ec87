import { chineseDate } from '../../days/plain-date.ts'
import { remedyResults } from '../../law/remedy-results.ts'
import { limitWords } from '../../requests/reanswer/due.ts'
import { groundLabel } from '../../requests/reanswer/order.ts'
import {
  attackedActs,
  type CountedResult,
  hearingForms,
  laterInstances,
  type NewEvent,
  type Opening,
  parties,
  procedures,
} from './event.ts'

export const kindLabels: Readonly<Record<Opening['kind'], string>> = {
  review: '行政复议',
  suitDirect: '行政诉讼（未经复议直接起诉）',
  suitAfterReview: '行政诉讼（复议后起诉）',
}

/** The columns of section four. */
export const resultLabels: Readonly<Record<CountedResult, string>> = {
  upheld: '结果维持',
  corrected: '结果纠正',
  otherResult: '其他结果',
  pending: '尚未审结',
}

export const labelOf = (list: readonly { readonly id: string; readonly label: string }[], id: string): string =>
  list.find((each) => each.id === id)?.label ?? id

export const resultLabel = (id: string): string => labelOf(remedyResults, id)

/** What an event is called. */
export function titleOf(event: NewEvent): string {
  switch (event.kind) {
    case 'heard':
      return labelOf(hearingForms, event.data.form)
    case 'decided':
      return resultLabel(event.data.result)
    case 'instanceOpened':
      return labelOf(laterInstances, event.data.instance)
    default:
      return titles[event.kind]
  }
}

const titles: Readonly<Record<Exclude<NewEvent['kind'], 'heard' | 'decided' | 'instanceOpened'>, string>> = {
  opened: '收到受理、应诉通知',
  corrected: '更正登记',
  assigned: '交办',
  procedureChanged: '程序变更',
  replied: '提交答复、证据',
  suspended: '中止',
  resumed: '恢复审理',
  extended: '审理延期',
  tookEffect: '裁判生效',
  performed: '履行',
  reanswerOpened: '转入重新答复',
  opinionReceived: '收到意见书',
  opinionAnswered: '反馈意见书',
  classified: '调整列入报告的栏目',
  noted: '备注',
  reminded: '提醒',
  dueMoved: '期限变动',
  voided: '撤销记录',
  cancelled: '取消登记',
  evidenceListed: '编制证据清单',
}

/** What an event says beside its title. */
export function wordsOf(event: NewEvent): string {
  const { kind, data } = event
  switch (kind) {
    case 'opened':
      return [data.body, labelOf(attackedActs, data.act), data.about].filter(Boolean).join('，')
    case 'corrected':
      return `${changesOf(data.from, data.to).join('；')}。理由：${data.reason}`
    case 'assigned':
      return `交${data.unitName}${data.staffName && `（${data.staffName}）`}承办`
    case 'procedureChanged':
      return joined(`改为${labelOf(procedures, data.procedure)}`, data.text)
    case 'extended':
      return joined(`延长至${chineseDate(data.until)}`, data.reason)
    case 'decided':
      return joined(data.raw, data.performBy && `应于${chineseDate(data.performBy)}前履行`)
    case 'reanswerOpened':
      return joined(
        `${data.requestNumber}，${groundLabel(data.ground)}`,
        data.documentNumber,
        data.limit.unit === 'day' ? `至${chineseDate(data.limit.on)}` : `限${limitWords(data.limit)}`,
        !data.isSet && '没有另定期限，按法定期限',
        data.text,
      )
    case 'instanceOpened':
      return joined(data.body, data.number, data.countsAgain && '按当时的口径另计一件')
    case 'opinionReceived':
      return joined(data.number, data.text)
    case 'classified':
      return joined(`列入“${resultLabels[data.class]}”`, data.reason)
    case 'reminded':
      return `${data.what}：${chineseDate(data.dueOn)}到期，${data.stage === 'late' ? '已经逾期' : '快到期'}`
    case 'dueMoved':
      return `${data.what}：由${chineseDate(data.from)}改为${chineseDate(data.to)}，${data.reason}`
    case 'evidenceListed':
      return `共${data.items.length}份证据`
    case 'suspended':
    case 'voided':
    case 'cancelled':
      return data.reason
    default:
      return data.text
  }
}

const joined = (...parts: readonly (string | false | null)[]): string => parts.filter(Boolean).join('，')

const fields: readonly {
  readonly id: keyof Opening
  readonly label: string
  readonly of?: (value: string) => string
}[] = [
  { id: 'kind', label: '案件类型', of: (id) => Object.entries(kindLabels).find(([each]) => each === id)?.[1] ?? id },
  { id: 'number', label: '案号' },
  { id: 'body', label: '复议机关、人民法院' },
  { id: 'filedOn', label: '受理、立案日期' },
  { id: 'noticeOn', label: '收到副本之日' },
  { id: 'procedure', label: '程序', of: (id) => labelOf(procedures, id) },
  { id: 'party', label: '提出人', of: (id) => labelOf(parties, id) },
  { id: 'act', label: '被复议、被诉的行为', of: (id) => labelOf(attackedActs, id) },
  { id: 'requestId', label: '涉及的申请', of: () => '另一件' },
  { id: 'letterNumber', label: '答复的文号' },
  { id: 'recordId', label: '涉及的信息', of: () => '另一条' },
  { id: 'about', label: '说明' },
  { id: 'followsNumber', label: '原复议案件' },
  { id: 'isCoDefendant', label: '仅为共同被告', of: (value) => (value === 'true' ? '是' : '否') },
]

function changesOf(from: Opening, to: Opening): string[] {
  return fields.flatMap(({ id, label, of = (value: string) => value }) => {
    const [was, is] = [from[id], to[id]]
    if (was === is) return []
    const said = (value: string | boolean | null) => (value === null || value === '' ? '（空）' : of(String(value)))
    return [`${label}由${said(was)}改为${said(is)}`]
  })
}
