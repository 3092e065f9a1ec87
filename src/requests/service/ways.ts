import type { ArticleId } from '../../law/articles.ts'

/** From which day on the duty to tell is met: posted, signed for, arrived in the recipient's system, or the notice's time over. */
export type MetBy = 'posted' | 'signed' | 'arrived' | 'noticed'

export interface ServiceWay {
  readonly id: string
  readonly label: string
  readonly article: ArticleId
  readonly metBy: MetBy
  /** Only the postal enterprise carries it, and gives it a number. */
  readonly hasMailNumber: boolean
  /** Whoever takes it signs at once. */
  readonly isSigned: boolean
  /** What shows that it arrived, in words; null where nothing has to be said. */
  readonly proof: string | null
  /** What the day is called that is asked for. */
  readonly dayLabel: string
}

/** The ways in which a letter is served (国办公开办函〔2016〕235号; 民诉法 90, 95). */
export const serviceWays = [
  {
    id: 'post',
    label: '邮寄',
    article: '答复送达意见 送达',
    metBy: 'posted',
    hasMailNumber: true,
    isSigned: false,
    proof: null,
    dayLabel: '交邮日期',
  },
  {
    id: 'counter',
    label: '当面送达',
    article: '答复送达意见 送达',
    metBy: 'signed',
    hasMailNumber: false,
    isSigned: true,
    proof: null,
    dayLabel: '签收日期',
  },
  {
    id: 'throughOrgan',
    label: '委托其他行政机关送达',
    article: '答复送达意见 送达',
    metBy: 'signed',
    hasMailNumber: false,
    isSigned: true,
    proof: '请写明受委托送达的机关',
    dayLabel: '签收日期',
  },
  {
    id: 'online',
    label: '网上送达',
    article: '民诉法 90',
    metBy: 'arrived',
    hasMailNumber: false,
    isSigned: false,
    proof: null,
    dayLabel: '送达日期',
  },
  {
    id: 'email',
    label: '电子邮件',
    article: '民诉法 90',
    metBy: 'arrived',
    hasMailNumber: false,
    isSigned: false,
    proof: '请写明凭什么知道邮件已经到达，如发送成功记录、对方回复',
    dayLabel: '到达日期',
  },
  {
    id: 'fax',
    label: '传真',
    article: '民诉法 90',
    metBy: 'arrived',
    hasMailNumber: false,
    isSigned: false,
    proof: '请写明凭什么知道传真已经收到，如传真发送报告、对方确认',
    dayLabel: '到达日期',
  },
  {
    id: 'publicNotice',
    label: '公告送达',
    article: '民诉法 95',
    metBy: 'noticed',
    hasMailNumber: false,
    isSigned: false,
    proof: '请写明公告刊登在哪里',
    dayLabel: '公告日期',
  },
] as const satisfies readonly ServiceWay[]

export const serviceWayIds = serviceWays.map(({ id }) => id)
export type ServiceWayId = (typeof serviceWays)[number]['id']

export const serviceWayOf = (id: ServiceWayId): ServiceWay => {
  const found = serviceWays.find((way) => way.id === id)
  if (!found) throw new RangeError(`no way of service ${id}`)
  return found
}

/** Who takes a letter for whom it is (民诉法 88). */
export const receivers = [
  { id: 'addressee', label: '本人（法定代表人、主要负责人）' },
  { id: 'agent', label: '代理人' },
  { id: 'household', label: '同住的成年家属' },
  { id: 'mailRoom', label: '单位负责收件的人' },
] as const
export const receiverIds = receivers.map(({ id }) => id)
export type ReceiverId = (typeof receivers)[number]['id']

/** Why a letter comes back. */
export const returnCauses = [
  { id: 'unknownThere', label: '查无此人或者原址不详' },
  { id: 'moved', label: '迁移新址不明' },
  { id: 'unclaimed', label: '逾期无人领取' },
  { id: 'bounced', label: '电子邮件、传真被退回' },
  { id: 'ownMistake', label: '本机关写错收件人或者地址' },
] as const
export const returnCauseIds = returnCauses.map(({ id }) => id)
export type ReturnCauseId = (typeof returnCauses)[number]['id']

/** What became of an attempt. `opened`: the letter was opened where it was put online. */
export const serviceResults = [
  { id: 'received', label: '已经签收、收到' },
  { id: 'refused', label: '拒绝签收' },
  { id: 'returned', label: '退回' },
  { id: 'opened', label: '已在网上打开' },
] as const
export const serviceResultIds = serviceResults.map(({ id }) => id)
export type ServiceResultId = (typeof serviceResults)[number]['id']

const labelIn = (list: readonly { readonly id: string; readonly label: string }[], id: string | null): string =>
  list.find((each) => each.id === id)?.label ?? ''

export const serviceWayLabel = (id: ServiceWayId): string => labelIn(serviceWays, id)
export const receiverLabel = (id: ReceiverId | null): string => labelIn(receivers, id)
export const returnCauseLabel = (id: ReturnCauseId | null): string => labelIn(returnCauses, id)
export const serviceResultLabel = (id: ServiceResultId): string => labelIn(serviceResults, id)
