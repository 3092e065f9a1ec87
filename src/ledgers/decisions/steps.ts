import type { Actor } from '../../organs/actor.ts'
import { type Role, roleLabel } from '../../organs/role.ts'
import { isInCharge } from '../../organs/units/in-charge.ts'
import { type Refusal, refusals } from '../../refusal.ts'
import { rolesForAll } from '../../review/acting.ts'
import * as kit from '../../steps/step.ts'
import { isOver, ranOutOn, taskOf } from './clock.ts'
import type { ListedDecision } from './listed-decision.ts'
import { publishedAs } from './published-as.ts'

/** Where a decision stands between the ledger and the public. */
export const decisionStatuses = ['unsaid', 'due', 'exempt', 'underWay', 'public', 'quashed', 'withdrawn'] as const
export type DecisionStatus = (typeof decisionStatuses)[number]

export type DecisionStep = 'change' | 'publicize' | 'quash' | 'beginWithdrawal' | 'noteWithdrawal'

/** The facts by which a decision and its record on the platform stand. */
export interface Standing extends Pick<ListedDecision, 'address' | 'withdrawnOn'> {
  /** Its record, or the withdrawal of it, is on its way to the public. */
  readonly isUnderWay: boolean
}

/** Whatever a rule may ask about before a step. */
export interface DecisionMatter {
  readonly decision: ListedDecision
  readonly isUnderWay: boolean
  readonly actor: Pick<Actor, 'id' | 'roles' | 'unitId' | 'today'>
  /** The unit of the organ that answers for all; null where none is named. */
  readonly workBodyId: string | null
}

const isPublic = ({ address, withdrawnOn }: Pick<Standing, 'address' | 'withdrawnOn'>): boolean =>
  address !== null && withdrawnOn === null

/** Why what the ledger says must not change now: text and ledger must not part while the text is on its way or public. */
export function whyNotApart(standing: Standing): Refusal | undefined {
  if (standing.isUnderWay) return refusals.publicityUnderWay()
  return isPublic(standing) ? refusals.decisionIsPublic() : undefined
}

/** A quashed one stays quashed, whatever becomes of its record; one that was withdrawn begins anew. */
export function statusOf({ decision, isUnderWay }: Pick<DecisionMatter, 'decision' | 'isUnderWay'>): DecisionStatus {
  if (decision.quashedOn !== null) return 'quashed'
  if (isUnderWay) return 'underWay'
  if (isPublic(decision)) return 'public'
  return decision.withdrawnOn === null ? decision.publicity : 'withdrawn'
}

/** Whoever enters decisions. */
export const decisionClerks = ['clerk'] as const satisfies readonly Role[]

const isEmpty = ({ facts }: ListedDecision): boolean => Object.keys(facts).length === 0

/** The steps of a decision. Every condition stands here, so that the page greys what the server would refuse. */
const steps = {
  publicize: {
    label: '公示',
    article: '条例第二十条第五项、第六项',
    from: ['unsaid', 'due', 'withdrawn'],
    by: decisionClerks,
    unless: ({ decision, actor }) => {
      if (isEmpty(decision)) return refusals.fieldsMissing()
      const last = ranOutOn(decision, actor.today)
      return last !== null && refusals.publicityRanOut(last)
    },
  },
  change: {
    label: '补填、修改内容',
    article: '行政许可法第四十条、行政处罚法第四十八条',
    from: ['unsaid', 'due', 'exempt', 'quashed', 'withdrawn'],
    by: decisionClerks,
    unless: ({ decision, isUnderWay }) => whyNotApart({ ...decision, isUnderWay }),
  },
  quash: {
    label: '登记撤销、变更',
    article: '行政处罚法第四十八条',
    from: ['unsaid', 'due', 'exempt', 'public', 'withdrawn'],
    by: decisionClerks,
  },
  beginWithdrawal: {
    label: '发起撤回',
    article: '行政处罚法第四十八条',
    from: ['quashed', 'public', 'underWay'],
    by: decisionClerks,
    unless: ({ decision: { withdrawnOn }, isUnderWay }) => {
      if (isUnderWay) return refusals.editionOpen()
      return withdrawnOn !== null && refusals.withdrawnAlready(withdrawnOn)
    },
  },
  noteWithdrawal: {
    label: '登记撤下',
    article: '行政处罚法第四十八条',
    from: ['quashed', 'unsaid', 'due', 'exempt', 'withdrawn'],
    by: decisionClerks,
    unless: ({ decision: { withdrawnOn } }) => withdrawnOn !== null && refusals.withdrawnAlready(withdrawnOn),
  },
} as const satisfies Record<DecisionStep, kit.Step<DecisionStatus, Role, DecisionMatter>>

type Asked = Pick<DecisionMatter, 'decision' | 'actor' | 'workBodyId'>

/** Whether the decision is of the person's unit, or they answer for all; an imported one is nobody's and anybody's. */
const isItsUnits = ({ decision: { unitId }, actor, workBodyId }: Asked): boolean =>
  isInCharge({ unitId, staffId: null }, actor, workBodyId)

/** Why what is masked of it stays so for this person, whatever reason they give. */
export const whyNotOpenPerson = (asked: Asked): Refusal | undefined =>
  isItsUnits(asked) || asked.actor.roles.some((role) => rolesForAll.includes(role))
    ? undefined
    : refusals.notYourDecision()

/** What is no matter of state: for which decisions a step is made at all. */
function notMadeFor({ decision, actor }: DecisionMatter, name: DecisionStep): Refusal | undefined {
  const { kind, publicity, address, publishedOn } = decision
  switch (name) {
    case 'change':
      return undefined
    case 'publicize':
      return publishedAs[kind] && publicity !== 'exempt' ? undefined : refusals.notForPublicity()
    case 'quash':
      return kind === 'penalty' ? undefined : refusals.onlyPenalties()
    case 'beginWithdrawal':
      if (!isOver(decision, actor.today)) return refusals.notQuashed()
      return address === null ? refusals.notPublishedHere() : undefined
    case 'noteWithdrawal':
      if (!isOver(decision, actor.today) || publishedOn === null) return refusals.notQuashed()
      return address === null ? undefined : refusals.withdrawnByRecord()
  }
}

const closed: Readonly<Record<DecisionStatus, () => Refusal>> = {
  unsaid: refusals.notQuashed,
  due: refusals.notQuashed,
  exempt: refusals.notQuashed,
  withdrawn: refusals.notQuashed,
  underWay: refusals.publicityUnderWay,
  public: refusals.decisionIsPublic,
  quashed: refusals.decisionQuashed,
}

const kind: kit.CaseKind<DecisionStep, DecisionStatus, Role, DecisionMatter> = {
  steps,
  statusOf,
  actsAs: (matter) => (isItsUnits(matter) ? matter.actor.roles : []),
  next: nextStep,
  refusals: {
    always: notMadeFor,
    closed: (status) => closed[status](),
    notTheirs: (by, { actor }) =>
      by.some((role) => actor.roles.includes(role))
        ? refusals.notYourDecision()
        : refusals.notYourStep(by.map(roleLabel).join('、')),
  },
}

/** The one step that is next, whoever must take it; undefined when nothing is left, or its record is under way. */
export function nextStep({ decision, isUnderWay, actor }: DecisionMatter): DecisionStep | undefined {
  if (isUnderWay) return undefined
  switch (taskOf(decision, actor.today)) {
    case 'publish':
      return isEmpty(decision) ? 'change' : 'publicize'
    case 'withdraw':
      return decision.address === null ? 'noteWithdrawal' : 'beginWithdrawal'
    case null:
      return undefined
  }
}

export const decisionSteps = kit.namesOf<DecisionStep>(steps)

/** Why this step is shut for this person now, or undefined if it is open. */
export const whyNot = (name: DecisionStep, matter: DecisionMatter): Refusal | undefined =>
  kit.whyNot(kind, name, matter)

/** Every step with whether and why it is shut, the next one first. */
export const stepViews = (matter: DecisionMatter): kit.StepView<DecisionStep>[] => kit.stepViews(kind, matter)
