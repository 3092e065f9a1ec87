import type { PlainDate } from '../days/plain-date.ts'
import type { ArticleId } from './articles.ts'
import { type Confidence, type InForce, inForceOn } from './in-force.ts'
import type { OpenQuestionId } from './open-questions.ts'
import type { OutcomeId } from './outcomes.ts'

/** What may be challenged: an outcome, or something the organ did beside it or failed to do. */
export type ChallengedAct =
  | OutcomeId
  | 'noAnswer'
  | 'contentMismatch'
  | 'thirdPartyHarm'
  | 'noProactiveDisclosure'
  | 'proceduralNotice'
  | 'formOfProvision'
  | 'feeObjection'

/** mandatoryReconsideration: reconsideration must come before a suit, and the decision must say so (复议法 23 II). */
export type RemedyRoute = 'mandatoryReconsideration' | 'optional' | 'applicationFirst' | 'notAccepted'

export interface RemedyRule extends InForce {
  readonly acts: readonly ChallengedAct[]
  readonly route: RemedyRoute
  readonly article: ArticleId | null
  readonly confidence: Confidence
  /** Only this part of the act takes the route. */
  readonly scope?: string
  /** The reading is disputed; the office may choose another route in this setting. */
  readonly setting?: OpenQuestionId
}

const exemptionDenials = [
  'denied.stateSecret',
  'denied.prohibitedByLaw',
  'denied.threeSecuritiesOneStability',
  'denied.thirdPartyRights',
  'denied.internalAffairs',
  'denied.processInformation',
  'denied.enforcementFile',
] as const
const underOldLaw = { from: '2019-05-15', to: '2023-12-31' } as const
const sinceNewLaw = { from: '2024-01-01', to: null } as const
const always = { from: '2019-05-15', to: null } as const
const withheldPart = '依照条例第十四条至第十六条不予公开的部分'

/** Which way an applicant must go, by act and day. Departments' decisions go to the government of the same level (复议法 24). */
export const remedyRules: readonly RemedyRule[] = [
  {
    acts: [...exemptionDenials, 'partiallyGranted'],
    route: 'optional',
    article: null,
    confidence: 'sure',
    ...underOldLaw,
  },
  {
    acts: exemptionDenials,
    route: 'mandatoryReconsideration',
    article: '复议法 23 I(4)',
    confidence: 'sure',
    ...sinceNewLaw,
  },
  {
    acts: ['partiallyGranted'],
    route: 'mandatoryReconsideration',
    article: '复议法 23 I(4)',
    confidence: 'unsure',
    scope: withheldPart,
    setting: 'partialDisclosureRoute',
    from: '2024-01-01',
    to: '2026-06-30',
  },
  {
    acts: ['partiallyGranted'],
    route: 'mandatoryReconsideration',
    article: '复议法实施条例 31',
    confidence: 'likely',
    scope: withheldPart,
    from: '2026-07-01',
    to: null,
  },
  {
    acts: [
      'notExist',
      'notResponsible',
      'unableToProvide.notHeld',
      'unableToProvide.needsCreation',
      'unableToProvide.unclearAfterSupplement',
      'notProcessed.petitionOrComplaint',
      'notProcessed.repeat',
      'notProcessed.publicPublication',
      'notProcessed.massiveRepeated',
      'notProcessed.confirmOrReissue',
    ],
    route: 'optional',
    article: '信息公开解释 1(1)',
    confidence: 'sure',
    ...always,
  },
  {
    acts: ['granted', 'alreadyPublic', 'contentMismatch'],
    route: 'optional',
    article: '信息公开解释 1(3)',
    confidence: 'sure',
    ...always,
  },
  { acts: ['denied.administrativeInquiry'], route: 'optional', article: null, confidence: 'likely', ...always },
  {
    acts: ['other.supplementOverdue', 'other.feeUnpaid', 'other.otherMisc', 'withdrawn', 'notGovernmentInformation'],
    route: 'optional',
    article: null,
    confidence: 'likely',
    ...always,
  },
  {
    acts: ['noAnswer'],
    route: 'optional',
    article: '信息公开解释 2 II',
    confidence: 'unsure',
    setting: 'noAnswerRoute',
    ...always,
  },
  { acts: ['thirdPartyHarm'], route: 'optional', article: '信息公开解释 1(4)', confidence: 'sure', ...always },
  {
    acts: ['noProactiveDisclosure'],
    route: 'applicationFirst',
    article: '信息公开解释 2 I',
    confidence: 'sure',
    ...always,
  },
  {
    acts: ['proceduralNotice', 'formOfProvision', 'feeObjection'],
    route: 'notAccepted',
    article: '复议指导意见 3',
    confidence: 'likely',
    ...always,
  },
]

/** The rule for an act done on `day`; undefined before the 条例 of 2019. */
export const remedyRuleOn = (act: ChallengedAct, day: PlainDate): RemedyRule | undefined =>
  remedyRules.find((rule) => rule.acts.includes(act) && inForceOn(rule, day))
