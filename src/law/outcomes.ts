import type { PlainDate } from '../days/plain-date.ts'
import type { ArticleId } from './articles.ts'
import { type Confidence, type InForce, inForceOn } from './in-force.ts'
import { answers, denials } from './outcome-answers.ts'
import { closings } from './outcome-closings.ts'

/** What must be on file before such an answer may leave. */
export const outcomeRecords = {
  searchRecord: '检索记录（检索人、时间、系统或者档案、关键词、范围、结果）',
  classificationRecord: '定密依据（密级、保密期限、定密责任人或者文号）',
  prohibitingProvision: '禁止公开的法律、行政法规名称和条款',
  riskAssessment: '危及国家安全、公共安全、经济安全、社会稳定的论证',
  consultation: '征求第三方意见的材料，或者不征求意见的理由',
  discretionReason: '决定不予公开的裁量理由',
  specialProvision: '对获取方式有特别规定的法律、行政法规和办理机构',
  earlierAnswer: '此前答复的文号和日期',
  supplementNotice: '补正告知书及其送达证明',
  reasonsNotice: '说明理由告知书、申请人的说明和不合理的认定',
  feeNotice: '收费通知书及其送达证明',
  withdrawal: '申请人撤回申请的书面材料或者记录',
} as const
export type OutcomeRecord = keyof typeof outcomeRecords

/** An answer or an ending that an organ may give to a request. */
export interface Outcome extends InForce {
  /** The id of its row in the report where the two are one to one. */
  readonly id: string
  readonly label: string
  readonly article: ArticleId
  /** The result row of the report form in which it is counted. */
  readonly row: string
  /** How sure the mapping to the row is; no text maps answers to rows. */
  readonly confidence: Confidence
  /** The article asks the organ to state reasons to the applicant. */
  readonly needsReason: boolean
  readonly record: OutcomeRecord | null
  /** Arts. 14–15 bind the organ; under art. 16 it may withhold, and must record why it does. */
  readonly exemption?: 'mandatory' | 'discretionary'
  /** Only for past ledgers that do not tell the variants apart; never offered for a new answer. */
  readonly importOnly?: true
}

/** Every answer an organ may give. The reply form, the letter and the report table are read from here. */
export const outcomes = [...answers, ...denials, ...closings] as const satisfies readonly Outcome[]

export type OutcomeId = (typeof outcomes)[number]['id']
type OutcomeEntry = Outcome & { readonly id: OutcomeId }

/** The answers that the law knew on `day`. A change of law adds an entry with its commencement. */
export const outcomesOn = (day: PlainDate): OutcomeEntry[] =>
  outcomes.filter((outcome: OutcomeEntry) => inForceOn(outcome, day))

/** The outcome as it stood on `day`; undefined when it did not exist then. */
export const findOutcome = (id: OutcomeId, day: PlainDate): OutcomeEntry | undefined =>
  outcomesOn(day).find((outcome) => outcome.id === id)

export const isOutcomeId = (text: string): text is OutcomeId => outcomes.some(({ id }) => id === text)
