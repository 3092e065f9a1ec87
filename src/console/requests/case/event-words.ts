import { chineseDate, type PlainDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import type { EventData, EventKind, EventOf, RequestEvent } from '../../../requests/event.ts'
import { identityShownLabel } from '../../../requests/identity-shown.ts'
import { outcomeChoices } from '../../../requests/outcome-choices.ts'
import { groundOfProposal } from '../../../requests/proposal/proposal.ts'
import { groundLabel } from '../../../requests/reanswer/order.ts'
import { resultWords, serviceWords } from '../../../requests/service/service-words.ts'
import { steps } from '../../../requests/steps.ts'
import { linkKindLabel } from '../../../requests/work/link-kinds.ts'
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
  handoverOffered: '交其他科室，等待接收',
  handoverRefused: '退回交办',
  coHandlingAsked: '请其他科室协办',
  coHandlingAnswered: '提出协办意见',
  coHandlingEnded: '收回协办请求',
  noteRead: '已阅备注',
  publicationProposed: '提出主动公开',
  linked: '关联其他申请',
  unlinked: '解除关联',
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
  feeDelivered: '申请人收到收费通知书',
  feePaid: '缴纳信息处理费',
  feeWaived: '减免信息处理费',
  feeRefunded: '退还信息处理费',
  answerDrafted: '拟答复',
  answerApproved: '审批同意',
  answerReturned: '退回修改',
  letterDrafted: '拟文书，送审',
  letterApproved: '审批文书',
  letterReturned: '退回文书',
  letterCorrected: '发出更正告知书',
  serviceAttempted: '送达文书',
  serviceResult: '送达结果',
  withdrawalProposed: '登记申请人撤回，待确认',
  withdrawalDeclined: '不予确认撤回',
  withdrawn: '申请人撤回申请',
  concluded: '办结',
  reanswerOrdered: '转入重新答复',
  reanswered: '重新答复',
  reanswerCancelled: '撤销重新答复的登记',
  dueMoved: '期限变动',
  noted: '备注',
  voided: '撤销前一条记录',
  correctionProposed: '提出更正登记，等待另一人确认',
  correctionDeclined: '不予更正登记',
  registrationCorrected: '更正登记',
  receiptReissued: '补发查询码',
}

export const eventTitle = ({ kind, data }: RequestEvent): string => {
  if ('recalled' in data && data.recalled) return '拟稿人撤回送审'
  return kind === 'assigned' && data.accepts !== undefined ? '接收交办' : titles[kind]
}

const charged = (unit: string, staff: string) => [unit, staff].filter(Boolean).join(' ')
const outcomeWords = (id: string) => outcomeChoices.find((choice) => choice.id === id)?.label ?? id
const until = (day: PlainDate | null | undefined) => (day ? `期限至${chineseDate(day)}` : '')
const joined = (...parts: readonly (string | undefined | null | false)[]) => parts.filter(Boolean).join('；')
const short = (hash: string) => `文本校验码 ${hash.slice(0, 8)}`

/** Nothing where the reason is not shown to whoever looks. */
const because = (reason: string) => reason && `理由：${reason}`

const forWhom = (absent: { readonly name: string } | undefined) => absent && `代${absent.name}`

/** Tells the particulars of one kind of event; `party` names who was consulted. */
type Telling<Kind extends EventKind> = (data: EventData<Kind>, party: (id: number | undefined) => string) => string

const supplied: Telling<'supplementReceived' | 'reasonsReceived'> = ({ text }) => text ?? ''

const extension: Telling<'extensionProposed' | 'extended'> = ({ days, reason }) =>
  joined(days !== undefined && `${days}个工作日`, reason)

const declined: Telling<'withdrawalDeclined' | 'extensionDeclined'> = ({ reason }) => reason ?? ''

const approved: Telling<'letterApproved' | 'answerApproved'> = ({ standsInFor, opinion, hash }) =>
  joined(forWhom(standsInFor), opinion, short(hash))

/** To whom it went back, why, and how it might read. */
const returned: Telling<'letterReturned' | 'answerReturned'> = (data) =>
  joined(
    forWhom(data.standsInFor),
    !data.recalled &&
      `退回到${data.to ? levelLabel(data.to) : '拟稿人'}${data.category ? `：${returnReasonLabel(data.category)}` : ''}`,
    data.reason,
    data.suggested && `建议改为“${data.suggested}”`,
    short(data.hash),
  )

const withdrawal: Telling<'withdrawalProposed' | 'withdrawn'> = ({ reason, proof }) =>
  joined(reason, proof?.on && `${chineseDate(proof.on)}收到`, proof?.evidence)

const ended: Telling<'concluded' | 'reanswered'> = ({ outcome, letterNumber, service, lateReason }) =>
  joined(outcome && outcomeWords(outcome), letterNumber, service, lateReason && `逾期答复的原因：${lateReason}`)

const whyCorrected: Telling<'correctionProposed' | 'correctionDeclined'> = ({ reason }) => because(reason)

/** The kinds of which the title does not say all. */
const tellings: { readonly [Kind in EventKind]?: Telling<Kind> } = {
  arrived: ({ note }) => note ?? '',
  received: ({ confirmation, lateReason }) =>
    joined(
      confirmation?.method && `确认方式：${confirmation.method}`,
      confirmation?.evidence,
      lateReason && `逾期确认的原因：${lateReason}`,
    ),
  assigned: ({ unitName, staffName, standsInFor }) => joined(forWhom(standsInFor), charged(unitName, staffName)),
  handoverOffered: ({ unitName, staffName, keptBy }) =>
    joined(
      `交${charged(unitName, staffName)}`,
      (keptBy.unitName || keptBy.staffName) && `接收之前仍由${charged(keptBy.unitName, keptBy.staffName)}负责`,
    ),
  handoverRefused: ({ unitName, reason, betterUnitName, standsInFor }) =>
    joined(forWhom(standsInFor), unitName, because(reason), betterUnitName && `认为应由${betterUnitName}承办`),
  coHandlingAsked: ({ unitName, about, dueOn, isAwaited }) =>
    joined(unitName, about, `应于${chineseDate(dueOn)}前提出`, isAwaited && '须等意见提出后拟答复'),
  coHandlingAnswered: ({ opinion, standsInFor }) => joined(forWhom(standsInFor), opinion),
  coHandlingEnded: ({ reason }) => because(reason),
  publicationProposed: ({ title, ground }) => joined(title, groundOfProposal(ground)),
  linked: ({ otherNumber, why, reason }) => joined(otherNumber, linkKindLabel(why), reason),
  unlinked: ({ otherNumber, reason }) => joined(otherNumber, because(reason)),
  split: ({ numbers, kept, asked }) =>
    joined(`分出${numbers.join('、')}`, kept && `本件保留：${kept}`, asked && `申请人原话：${asked}`),
  supplementRequested: ({ items, dueOn }) => joined(items, until(dueOn)),
  supplementReceived: supplied,
  reasonsRequested: ({ facts, dueOn }) => joined(facts, until(dueOn)),
  reasonsReceived: supplied,
  delayed: (data) => joined(until(data.until), data.reason),
  extensionProposed: extension,
  extended: extension,
  extensionDeclined: declined,
  consultationSent: ({ consultation, label, about }, party) => joined(party(consultation) || label, about),
  consultationDelivered: ({ consultation }, party) => party(consultation),
  consultationAnswered: ({ consultation, opinion, reason, correction }, party) =>
    joined(party(consultation), opinion && opinionWords[opinion], reason, correction && `更正：${correction}`),
  thirdPartyNotified: ({ consultation, reason }, party) => joined(party(consultation), reason),
  feeNotified: ({ basis, pages, counted, way, code }) =>
    joined(
      basis === 'perRequest' && `按件计收，本月此前${counted?.length ?? 0}件`,
      basis === 'perPage' && `按量计收，${pages ?? 0}页`,
      way,
      code && `缴款码${code}`,
    ),
  feeDelivered: ({ how, correction }) => joined(how, correction && `更正：${correction}`),
  feePaid: ({ receiptNumber }) => (receiptNumber ? `票据号码${receiptNumber}` : ''),
  feeWaived: ({ reason, standsInFor }) => joined(forWhom(standsInFor), because(reason)),
  feeRefunded: ({ voucherNumber, reason }) => joined(`退付凭证${voucherNumber}`, because(reason)),
  letterDrafted: ({ step, input, hash }) => joined(steps[step].label, ...Object.values(input).map(String), short(hash)),
  letterApproved: approved,
  letterReturned: returned,
  letterCorrected: ({ reason, service, dueOn }) => joined(because(reason), service, until(dueOn)),
  answerDrafted: ({ outcome, fileIds, hash }) =>
    joined(outcomeWords(outcome), fileIds.length > 0 && `附件${fileIds.length}个`, short(hash)),
  answerApproved: approved,
  answerReturned: returned,
  serviceAttempted: (data) =>
    joined(
      serviceWords(data),
      data.correction && `更正：${data.correction}`,
      data.lateReason && `逾期答复的原因：${data.lateReason}`,
    ),
  serviceResult: (data) => joined(resultWords(data), data.correction && `更正：${data.correction}`),
  withdrawalProposed: withdrawal,
  withdrawalDeclined: declined,
  withdrawn: withdrawal,
  concluded: ended,
  reanswerOrdered: ({ ground, body, documentNumber, caseNumber, of }) =>
    joined(
      `${body}${groundLabel(ground)}`,
      documentNumber || caseNumber,
      of?.letterNumber && `原答复${of.letterNumber}`,
    ),
  reanswered: ended,
  reanswerCancelled: ({ reason }) => because(reason),
  dueMoved: ({ from, to, reason }) => `由${chineseDate(from)}变为${chineseDate(to)}，因为${reason}`,
  noted: ({ text, to = [] }) => joined(text, to.length > 0 && `请${to.map(({ name }) => name).join('、')}阅看`),
  receiptReissued: ({ shown, checked, reason }) =>
    joined(`出示${identityShownLabel(shown)}`, checked && `核对：${checked}`, because(reason)),
  correctionProposed: whyCorrected,
  correctionDeclined: whyCorrected,
  registrationCorrected: ({ reason, proposedBy }) => joined(because(reason), proposedBy && `由${proposedBy}提出`),
}

/** The particulars of an event, in words; empty when the title says all. Whoever was consulted is named: these words are for staff. */
export function eventWords<Kind extends EventKind>(
  { kind, data }: Pick<EventOf<Kind>, 'kind' | 'data'>,
  consultations: CaseView['consultations'] = [],
): string {
  const tell: Telling<Kind> | undefined = tellings[kind]
  return tell?.(data, (id) => partyWords(consultations, id)) ?? ''
}
