import type { Actor } from '../organs/actor.ts'
import { type Role, roleLabel } from '../organs/role.ts'
import { isInCharge } from '../organs/units/in-charge.ts'
import { type Refusal, refusals } from '../refusal.ts'
import * as kit from '../steps/step.ts'
import { type Feedback, type FeedbackStatus, statusLabels } from './feedback.ts'
import type { StepName } from './step-inputs.ts'

/** Whatever a rule may ask about before a step. */
export interface StepMatter {
  readonly feedback: Pick<Feedback, 'status' | 'unitId' | 'handlerId'>
  /** Of the unit that has it in hand; empty where none has. */
  readonly unitName: string
  readonly actor: Pick<Actor, 'id' | 'roles' | 'unitId'>
  readonly workBodyId: string | null
}

const ofOrgan = '由本机关确定'

/** The steps of feedback. No law names any of them. */
const steps = {
  answer: { label: '答复', article: ofOrgan, from: ['open', 'answered', 'closed'], by: ['clerk'] },
  assign: { label: '交办', article: ofOrgan, from: ['open'], by: ['clerk', 'unitHead', 'ogiHead'] },
  close: { label: '无须答复', article: ofOrgan, from: ['open'], by: ['clerk'] },
} as const satisfies Record<StepName, kit.Step<FeedbackStatus, Role, StepMatter>>

/** As whom they may act: clerks who have it in hand, the head of its unit (of what no unit has, any), the head of the work body. */
function actsAs({ feedback: { unitId, handlerId }, actor, workBodyId }: StepMatter): Role[] {
  const has = isInCharge({ unitId, staffId: handlerId }, actor, workBodyId)
  return actor.roles.filter((role) => {
    if (role === 'unitHead') return unitId === null || unitId === actor.unitId
    return role === 'ogiHead' || (role === 'clerk' && has)
  })
}

const kind: kit.CaseKind<StepName, FeedbackStatus, Role, StepMatter> = {
  steps,
  statusOf: ({ feedback }) => feedback.status,
  actsAs,
  next: ({ feedback }) => (feedback.status === 'open' ? 'answer' : undefined),
  refusals: {
    closed: (status) => refusals.feedbackClosed(statusLabels[status]),
    notTheirs: (by, { actor, unitName }) =>
      by.some((role) => actor.roles.includes(role))
        ? refusals.notYourFeedback(unitName)
        : refusals.notYourStep(by.map(roleLabel).join('、')),
  },
}

/** Why this step is shut for this person now, or undefined if it is open. */
export const whyNot = (name: StepName, matter: StepMatter): Refusal | undefined => kit.whyNot(kind, name, matter)

/** Every step with whether and why it is shut, the next one first. */
export const stepViews = (matter: StepMatter): kit.StepView<StepName>[] => kit.stepViews(kind, matter)

/** Why they may not see who wrote: only whoever has it in hand, or answers for all, needs to know (decision 0037). */
export const whyNotKnowWho = (matter: StepMatter): Refusal | undefined =>
  actsAs(matter).length > 0 ? undefined : refusals.notYourFeedback(matter.unitName)
