import type { ArticleId } from './articles.ts'
import type { Confidence } from './in-force.ts'

/** The four result columns of section four of the report. */
export type RemedyResultClass = 'upheld' | 'corrected' | 'otherResult' | 'pending'

export interface RemedyResult {
  readonly id: string
  readonly forum: 'administrativeReconsideration' | 'administrativeLitigation'
  readonly label: string
  readonly article: ArticleId | null
  readonly class: RemedyResultClass
  readonly confidence: Confidence
  /** In first instance: the time within which it may be appealed, by which it takes effect; absent where it is final at once. */
  readonly appeal?: 'appealJudgment' | 'appealRuling'
  /** It leaves the instance before as it was, and counts as that did. */
  readonly asBefore?: true
  /** The organ has to act again. */
  readonly ordersAct?: true
}

const review = 'administrativeReconsideration'
const suit = 'administrativeLitigation'

/** How a case may end, and the usual column. No text defines the columns: store the result, and let the place map it. */
export const remedyResults = [
  { id: 'review.upheld', forum: review, label: '维持', article: '复议法 68', class: 'upheld', confidence: 'sure' },
  {
    id: 'review.claimDismissed',
    forum: review,
    label: '驳回复议请求',
    article: '复议法 69',
    class: 'upheld',
    confidence: 'unsure',
  },
  { id: 'review.varied', forum: review, label: '变更', article: '复议法 63', class: 'corrected', confidence: 'likely' },
  {
    id: 'review.revoked',
    forum: review,
    label: '撤销或者部分撤销',
    article: '复议法 64',
    class: 'corrected',
    confidence: 'likely',
    ordersAct: true,
  },
  {
    id: 'review.unlawful',
    forum: review,
    label: '确认违法',
    article: '复议法 65',
    class: 'corrected',
    confidence: 'likely',
  },
  {
    id: 'review.ordered',
    forum: review,
    label: '责令履行',
    article: '复议法 66',
    class: 'corrected',
    confidence: 'likely',
    ordersAct: true,
  },
  {
    id: 'review.void',
    forum: review,
    label: '确认无效',
    article: '复议法 67',
    class: 'corrected',
    confidence: 'likely',
  },
  {
    id: 'review.notAccepted',
    forum: review,
    label: '不予受理',
    article: '复议法 30',
    class: 'otherResult',
    confidence: 'likely',
  },
  {
    id: 'review.applicationDismissed',
    forum: review,
    label: '驳回申请',
    article: '复议法 33',
    class: 'otherResult',
    confidence: 'likely',
  },
  {
    id: 'review.terminated',
    forum: review,
    label: '终止（含撤回、和解）',
    article: '复议法 41',
    class: 'otherResult',
    confidence: 'likely',
  },
  {
    id: 'review.mediated',
    forum: review,
    label: '调解',
    article: '复议法 73',
    class: 'otherResult',
    confidence: 'likely',
  },
  { id: 'review.pending', forum: review, label: '尚未审结', article: null, class: 'pending', confidence: 'sure' },
  {
    id: 'suit.claimDismissed',
    forum: suit,
    label: '驳回诉讼请求',
    article: '行诉法 69',
    class: 'upheld',
    confidence: 'likely',
    appeal: 'appealJudgment',
  },
  {
    id: 'suit.revoked',
    forum: suit,
    label: '撤销或者部分撤销',
    article: '行诉法 70',
    class: 'corrected',
    confidence: 'likely',
    ordersAct: true,
    appeal: 'appealJudgment',
  },
  {
    id: 'suit.ordered',
    forum: suit,
    label: '责令履行',
    article: '行诉法 72',
    class: 'corrected',
    confidence: 'likely',
    ordersAct: true,
    appeal: 'appealJudgment',
  },
  {
    id: 'suit.unlawful',
    forum: suit,
    label: '确认违法',
    article: '行诉法 74',
    class: 'corrected',
    confidence: 'likely',
    appeal: 'appealJudgment',
  },
  {
    id: 'suit.void',
    forum: suit,
    label: '确认无效',
    article: '行诉法 75',
    class: 'corrected',
    confidence: 'likely',
    appeal: 'appealJudgment',
  },
  {
    id: 'suit.varied',
    forum: suit,
    label: '变更或者改判',
    article: '行诉法 77',
    class: 'corrected',
    confidence: 'likely',
    appeal: 'appealJudgment',
  },
  {
    id: 'suit.notRegistered',
    forum: suit,
    label: '不予立案',
    article: '行诉法 51',
    class: 'otherResult',
    confidence: 'likely',
    appeal: 'appealRuling',
  },
  {
    id: 'suit.dismissed',
    forum: suit,
    label: '驳回起诉',
    article: '行诉解释 69',
    class: 'otherResult',
    confidence: 'unsure',
    appeal: 'appealRuling',
  },
  {
    id: 'suit.withdrawn',
    forum: suit,
    label: '准予撤诉',
    article: '行诉法 62',
    class: 'otherResult',
    confidence: 'likely',
  },
  {
    id: 'suit.closedOtherwise',
    forum: suit,
    label: '移送或者终结',
    article: null,
    class: 'otherResult',
    confidence: 'likely',
  },
  {
    id: 'suit.affirmed',
    forum: suit,
    label: '维持原判（二审、再审）',
    article: '行诉法 89',
    class: 'upheld',
    confidence: 'likely',
    asBefore: true,
  },
  {
    id: 'suit.remitted',
    forum: suit,
    label: '发回重审',
    article: '行诉法 89',
    class: 'pending',
    confidence: 'likely',
  },
  { id: 'suit.pending', forum: suit, label: '尚未审结', article: null, class: 'pending', confidence: 'sure' },
] as const satisfies readonly RemedyResult[]

export type RemedyResultId = (typeof remedyResults)[number]['id']

/** A place's own mapping; what it does not name keeps the usual column. */
export type RemedyResultOverrides = Partial<Record<RemedyResultId, RemedyResultClass>>

/** The column of section four in which a result is counted. */
export function remedyResultClass(id: RemedyResultId, overrides: RemedyResultOverrides = {}): RemedyResultClass {
  const usual = remedyResults.find((result) => result.id === id)
  if (!usual) throw new RangeError(`没有“${id}”这种复议诉讼结果`)
  return overrides[id] ?? usual.class
}
