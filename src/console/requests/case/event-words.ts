import { chineseDate, type PlainDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import type { EventKind, EventOf, RequestEvent } from '../../../requests/event.ts'
import { outcomeChoices } from '../../../requests/outcome-choices.ts'
import { steps } from '../../../requests/steps.ts'
import { levelLabel } from '../../../review/level.ts'
import { returnReasonLabel } from '../../../review/return-reasons.ts'
import { opinionWords } from '../../words.ts'
import { partyWords } from './consultation-words.ts'

/** What happened, in a word. */
const titles: Readonly<Record<EventKind, string>> = {
  arrived: '申请到达',
  received: '确认收到申请之日',
  assigned: '交办',
  split: '拆分为多件',
  supplementRequested: '告知补正',
  supplementReceived: '收到补正，期限重新计算',
  reasonsRequested: '要求说明理由',
  reasonsReceived: '收到申请人说明的理由',
  delayed: '确定延迟答复的期限',
  extensionProposed: '提请延期',
  extended: '同意延期',
  extensionDeclined: '不同意延期',
  consultationSent: '征求意见',
  consultationDelivered: '征求意见书送达',
  consultationAnswered: '收到意见',
  thirdPartyNotified: '告知第三方决定公开',
  feeNotified: '通知缴纳信息处理费',
  feePaid: '缴纳信息处理费',
  answerDrafted: '拟答复',
  answerApproved: '审批同意',
  answerReturned: '退回修改',
  letterDrafted: '拟文书，送审',
  letterApproved: '审批文书',
  letterReturned: '退回文书',
  letterCorrected: '发出更正告知书',
  withdrawalProposed: '登记申请人撤回，待确认',
  withdrawalDeclined: '不予确认撤回',
  withdrawn: '申请人撤回申请',
  concluded: '办结',
  dueMoved: '期限变动',
  noted: '备注',
  voided: '撤销前一条记录',
  correctionProposed: '提出更正登记，等待另一人确认',
  correctionDeclined: '不予更正登记',
  registrationCorrected: '更正登记',
}

export const eventTitle = ({ kind }: RequestEvent): string => titles[kind]

const outcomeWords = (id: string) => outcomeChoices.find((choice) => choice.id === id)?.label ?? id
const until = (day: PlainDate | undefined) => (day ? `期限至${chineseDate(day)}` : '')
const joined = (...parts: readonly (string | undefined | null | false)[]) => parts.filter(Boolean).join('；')
const short = (hash: string) => `文本校验码 ${hash.slice(0, 8)}`

const forWhom = (absent: { readonly name: string } | undefined) => absent && `代${absent.name}`

/** To whom it went back, why, and how it might read. */
const returnWords = ({ to, category, reason, suggested, standsInFor, hash }: EventOf<'answerReturned'>['data']) =>
  joined(
    forWhom(standsInFor),
    `退回到${to ? levelLabel(to) : '拟稿人'}${category ? `：${returnReasonLabel(category)}` : ''}`,
    reason,
    suggested && `建议改为“${suggested}”`,
    short(hash),
  )

/** The particulars of an event, in words; empty when the title says all. Whoever was consulted is named: these words are for staff. */
export function eventWords(event: RequestEvent, consultations: CaseView['consultations'] = []): string {
  const party = (id: number | undefined) => partyWords(consultations, id)
  switch (event.kind) {
    case 'arrived':
      return event.data.note ?? ''
    case 'received': {
      const { confirmation } = event.data
      const late = event.data.lateReason && `逾期确认的原因：${event.data.lateReason}`
      return joined(confirmation && `确认方式：${confirmation.method}`, confirmation?.evidence, late)
    }
    case 'assigned':
      return [event.data.unitName, event.data.staffName].filter(Boolean).join(' ')
    case 'split':
      return joined(
        `分出${event.data.numbers.join('、')}`,
        event.data.kept && `本件保留：${event.data.kept}`,
        event.data.asked && `申请人原话：${event.data.asked}`,
      )
    case 'supplementRequested':
      return joined(event.data.items, until(event.data.dueOn))
    case 'supplementReceived':
    case 'reasonsReceived':
      return event.data.text ?? ''
    case 'reasonsRequested':
      return joined(event.data.facts, until(event.data.dueOn))
    case 'delayed':
      return joined(until(event.data.until), event.data.reason)
    case 'extensionProposed':
    case 'extended':
      return joined(event.data.days !== undefined && `${event.data.days}个工作日`, event.data.reason)
    case 'letterDrafted':
      return joined(
        steps[event.data.step].label,
        ...Object.values(event.data.input).map(String),
        short(event.data.hash),
      )
    case 'letterApproved':
    case 'answerApproved':
      return joined(forWhom(event.data.standsInFor), event.data.opinion, short(event.data.hash))
    case 'letterReturned':
    case 'answerReturned':
      return returnWords(event.data)
    case 'letterCorrected':
      return joined(`理由：${event.data.reason}`, event.data.service, until(event.data.dueOn ?? undefined))
    case 'withdrawalProposed':
    case 'withdrawn': {
      const { proof } = event.data
      const came = proof?.on && `${chineseDate(proof.on)}收到`
      return joined(
        event.data.reason,
        came,
        proof?.evidence,
        proof && proof.fileIds.length > 0 && `材料${proof.fileIds.length}件`,
      )
    }
    case 'withdrawalDeclined':
    case 'extensionDeclined':
      return event.data.reason ?? ''
    case 'consultationSent':
      return joined(party(event.data.consultation) || event.data.label, event.data.about)
    case 'consultationDelivered':
      return party(event.data.consultation)
    case 'consultationAnswered':
      return joined(
        party(event.data.consultation),
        event.data.opinion && opinionWords[event.data.opinion],
        event.data.reason,
        event.data.correction && `更正：${event.data.correction}`,
      )
    case 'correctionProposed':
    case 'correctionDeclined':
      return `理由：${event.data.reason}`
    case 'registrationCorrected':
      return joined(`理由：${event.data.reason}`, event.data.proposedBy && `由${event.data.proposedBy}提出`)
    case 'thirdPartyNotified':
      return joined(party(event.data.consultation), event.data.reason)
    case 'answerDrafted':
      return joined(
        outcomeWords(event.data.outcome),
        event.data.fileIds.length > 0 && `附件${event.data.fileIds.length}个`,
        short(event.data.hash),
      )
    case 'concluded':
      return joined(
        event.data.outcome && outcomeWords(event.data.outcome),
        event.data.letterNumber,
        event.data.service,
        event.data.lateReason && `逾期答复的原因：${event.data.lateReason}`,
      )
    case 'dueMoved':
      return `由${chineseDate(event.data.from)}变为${chineseDate(event.data.to)}，因为${event.data.reason}`
    case 'noted':
      return joined(event.data.text, event.data.fileIds && `材料${event.data.fileIds.length}件`)
    default:
      return ''
  }
}
