import type { Actor } from '../../organs/actor.ts'
import { type Role, roleLabel } from '../../organs/role.ts'
import { isInCharge } from '../../organs/units/in-charge.ts'
import { type Refusal, refusals } from '../../refusal.ts'
import * as kit from '../../steps/step.ts'
import { type CaseStatus, caseStatusLabels, latestOf, type RemedyCase, statusOf } from './case.ts'
import { type Limit, openLimits, orderedReanswer } from './limits.ts'
import { isBeingAnswered, mayOrder, ordersAnswer } from './ordered-answer.ts'
import type { StepName } from './step-inputs.ts'

/** Whatever a rule may ask about before a step. */
export interface StepMatter {
  readonly folded: RemedyCase
  readonly limits: readonly Limit[]
  readonly actor: Pick<Actor, 'id' | 'kind' | 'roles' | 'unitId'>
  readonly workBodyId: string | null
  /** The request that it is about has been answered. */
  readonly isAnswered: boolean
}

type Unless = (matter: StepMatter) => Refusal | undefined

const isReview = ({ folded }: StepMatter): boolean => folded.opening.kind === 'review'
const onlySuits: Unless = (matter) => (isReview(matter) ? refusals.onlyInSuits() : undefined)

const all: readonly CaseStatus[] = ['open', 'suspended', 'decided']
const running: readonly CaseStatus[] = ['open', 'suspended']
const handlers: readonly Role[] = ['clerk', 'unitHead', 'ogiHead', 'legalStaff']
const ofOrgan = '由本机关确定'

/** An answer is overturned, or the organ corrects it while the case runs; what was never answered is answered on its request. */
const whyNotAnswerAgain: Unless = ({ folded, isAnswered }) => {
  const { act, requestId } = folded.opening
  if (requestId === null || (act !== 'answer' && act !== 'silence')) return refusals.noAnswerAttacked()
  if (!isAnswered) return refusals.notAnsweredYet()
  if (isBeingAnswered(folded)) return refusals.answeredAgainNow()
  const { decision } = latestOf(folded)
  return decision && !mayOrder(decision) ? refusals.nothingOrdered() : undefined
}

/** The steps of a case. Every condition stands here, so that the page greys what the server would refuse. */
const steps = {
  reply: {
    label: '登记提交答复、证据',
    article: '复议法第四十八条、第五十四条，行诉法第六十七条',
    from: running,
    by: handlers,
    unless: ({ folded }) => (latestOf(folded).repliedOn === null ? undefined : refusals.repliedAlready()),
  },
  hear: { label: '登记听证、调解、开庭', article: '复议法第五十条，行诉法第三条', from: running, by: handlers },
  decide: {
    label: '登记决定、裁判',
    article: '复议法第六十一条至第七十三条，行诉法第六十九条至第七十七条',
    from: running,
    by: handlers,
  },
  perform: {
    label: '登记履行',
    article: '复议法第七十七条，行诉法第九十六条',
    from: ['decided'],
    by: handlers,
    unless: ({ folded }) => {
      if (orderedReanswer(folded)) return refusals.performedByAnswering()
      return latestOf(folded).decision?.performBy && folded.performedOn === null
        ? undefined
        : refusals.nothingToPerform()
    },
  },
  answerAgain: {
    label: '转入重新答复',
    article: '复议法第六十四条，行诉法第七十条',
    from: all,
    by: handlers,
    unless: whyNotAnswerAgain,
  },
  openInstance: {
    label: '登记二审、重审、再审',
    article: '行诉法第八十五条、第八十九条、第九十条',
    from: ['decided'],
    by: handlers,
    unless: onlySuits,
  },
  takeEffect: {
    label: '登记生效日期',
    article: '行诉法第八十五条',
    from: ['decided'],
    by: handlers,
    unless: onlySuits,
  },
  changeProcedure: {
    label: '登记程序变更',
    article: '复议法第五十五条',
    from: running,
    by: handlers,
    unless: (matter) => (isReview(matter) ? undefined : refusals.onlyInReviews()),
  },
  suspend: { label: '登记中止', article: '复议法第三十九条', from: ['open'], by: handlers },
  resume: { label: '登记恢复审理', article: '复议法第三十九条', from: ['suspended'], by: handlers },
  extend: { label: '登记审理延期', article: '复议法第六十二条', from: running, by: handlers },
  receiveOpinion: { label: '登记收到意见书', article: '复议法第七十六条', from: all, by: handlers },
  answerOpinion: {
    label: '登记反馈意见书',
    article: '复议法第七十六条',
    from: all,
    by: handlers,
    unless: ({ folded }) =>
      folded.opinions.some(({ answeredOn }) => answeredOn === null) ? undefined : refusals.noOpinionOpen(),
  },
  listEvidence: {
    label: '编制证据清单',
    article: '复议法第四十八条，行诉法第三十四条、第六十七条',
    from: all,
    by: handlers,
  },
  classify: { label: '调整列入报告的栏目', article: '年度报告第四部分', from: ['decided'], by: ['ogiHead'] },
  assign: { label: '交办', article: ofOrgan, from: all, by: ['clerk', 'unitHead', 'ogiHead'] },
  note: { label: '备注', article: ofOrgan, from: all, by: handlers },
  correct: { label: '更正登记', article: ofOrgan, from: all, by: handlers },
  takeBack: { label: '撤销一条记录', article: ofOrgan, from: all, by: handlers },
  cancel: {
    label: '取消登记',
    article: ofOrgan,
    from: all,
    by: ['clerk', 'ogiHead'],
    unless: ({ folded }) => (isBeingAnswered(folded) ? refusals.answeredAgainNow() : undefined),
  },
} as const satisfies Record<StepName, kit.Step<CaseStatus, Role, StepMatter>>

export const stepNames = kit.namesOf(steps)
export const stepLabel = (name: StepName): string => steps[name].label

/** As whom they may act: clerks and legal staff who have it in hand, the head of its unit, the head of the work body. */
function actsAs({ folded: { charge }, actor, workBodyId }: StepMatter): Role[] {
  const has = isInCharge(charge, actor, workBodyId)
  return actor.roles.filter((role) => {
    if (role === 'unitHead') return charge.unitId === null || charge.unitId === actor.unitId
    return role === 'ogiHead' || ((role === 'clerk' || role === 'legalStaff') && has)
  })
}

const doneBy: Readonly<Record<Limit['id'], StepName | undefined>> = {
  reply: 'reply',
  hearing: undefined,
  appeal: 'openInstance',
  perform: 'perform',
  reanswer: undefined,
  opinion: 'answerOpinion',
}

function nextStep({ folded, limits }: StepMatter): StepName | undefined {
  if (ordersAnswer(folded)) return 'answerAgain'
  const first = openLimits(limits).flatMap(({ id }) => doneBy[id] ?? [])[0]
  if (first) return first
  const status = statusOf(folded)
  return status === 'open' ? 'decide' : status === 'suspended' ? 'resume' : undefined
}

const kind: kit.CaseKind<StepName, CaseStatus, Role, StepMatter> = {
  steps,
  statusOf: ({ folded }) => statusOf(folded),
  actsAs,
  next: nextStep,
  refusals: {
    closed: (status) => refusals.remedyClosed(caseStatusLabels[status]),
    notTheirs: (by, { actor, folded }) =>
      by.some((role) => actor.roles.includes(role))
        ? refusals.notYourRemedy(folded.charge.unitName)
        : refusals.notYourStep(by.map(roleLabel).join('、')),
  },
}

/** Why this step is shut for this person now, or undefined if it is open. */
export const whyNot = (name: StepName, matter: StepMatter): Refusal | undefined => kit.whyNot(kind, name, matter)

/** Every step with whether and why it is shut, the next one first. */
export const stepViews = (matter: StepMatter): kit.StepView<StepName>[] => kit.stepViews(kind, matter)
