import type { Calendar } from '../calendar/calendar.ts'
import type { Actor } from '../organs/actor.ts'
import type { Role } from '../organs/role.ts'
import { isInCharge as charged } from '../organs/units/in-charge.ts'
import { type Refusal, refusals } from '../refusal.ts'
import { actsAsOneOf, rolesForAll, standsForHeadOf } from '../review/acting.ts'
import { type Signer, type StandingIn, whyNotInTheirName, whyNotSendBack, whyNotSign } from '../review/chain.ts'
import { levelLabel, reviewerRoles } from '../review/level.ts'
import { type Step as CaseStep, namesOf } from '../steps/step.ts'
import type { Content } from './content.ts'
import { awaitsApproval, chainOf, type Edition, type EditionStatus, isFullySigned } from './edition.ts'
import type { StepName } from './edition-event.ts'
import type { InformationRecord } from './record.ts'

/** Whatever a rule may ask about before a step. */
export interface StepMatter {
  readonly edition: Edition
  readonly record: Pick<InformationRecord, 'unitId' | 'begunBy'>
  /** The unit of the organ that answers for all; null where none is named. */
  readonly workBodyId: string | null
  readonly content: Content
  readonly actor: Actor
  readonly standingIn: readonly StandingIn[]
  readonly calendar: Calendar
  /** ISO instant, UTC. */
  readonly now: string
}

/** Whether the text is this person's to write: who began it, their unit's, and the work body's. */
export const isInCharge = ({ record: { unitId, begunBy }, edition, actor, workBodyId }: StepMatter): boolean =>
  [begunBy, edition.begunBy].some((staffId) => charged({ unitId, staffId }, actor, workBodyId))

/** Whether they act for the head of the unit whose text it is, who is away. */
export const standsForItsHead = (matter: StepMatter): boolean => standsForHeadOf(matter, matter.record.unitId)

type Step = CaseStep<EditionStatus, Role, StepMatter>

/** The person with whomever they stand in for. */
export const signerOf = ({ actor, standingIn }: Pick<StepMatter, 'actor' | 'standingIn'>): Signer => ({
  id: actor.id,
  roles: actor.roles,
  unitId: actor.unitId,
  standingIn,
})

/** Why they may not sign the text that stands. */
const notInTurn = (matter: StepMatter): Refusal | undefined =>
  whyNotSign(chainOf(matter.edition), signerOf(matter), {
    own: refusals.ownText,
    signed: (level) => refusals.signedAtLevel(levelLabel(level)),
  })

/** 拟稿、审核、发布 are different people's: whoever signed last does not let it out. */
const publisherSigned = ({ edition, actor }: StepMatter): Refusal | undefined =>
  actor.id !== null && edition.signatures.at(-1)?.by.id === actor.id ? refusals.signerPublishes() : undefined

const notPublishable = (matter: StepMatter): Refusal | undefined => {
  if (matter.content.attribute !== 'proactive') return refusals.notProactive()
  return isFullySigned(matter.edition) ? publisherSigned(matter) : refusals.notFullySigned()
}

const urgentPublishers: readonly Role[] = ['ogiHead', 'leader']

/** The steps of an edition. Every condition stands here, so that the page greys what the server would refuse. */
export const steps = {
  submit: {
    label: '送审',
    article: '条例第十七条',
    from: ['drafting'],
    by: ['clerk'],
    unless: ({ edition }) => edition.hash === null && refusals.nothingSaved(),
  },
  sign: {
    label: '审核同意',
    article: '条例第十七条',
    from: ['reviewing', 'live'],
    by: reviewerRoles,
    unless: (matter) =>
      matter.edition.status === 'live' && !awaitsApproval(matter.edition)
        ? refusals.reviewedAlready()
        : notInTurn(matter),
  },
  sendBack: {
    label: '退回修改',
    article: '条例第十七条',
    from: ['reviewing', 'signed'],
    by: reviewerRoles,
    unless: (matter) => whyNotSendBack(chainOf(matter.edition), signerOf(matter)),
  },
  schedule: { label: '定时发布', article: '条例第二十六条', from: ['signed'], by: ['clerk'], unless: notPublishable },
  unschedule: {
    label: '取消定时发布',
    article: '条例第十七条',
    from: ['scheduled'],
    by: ['clerk', ...reviewerRoles],
    unless: (matter) =>
      isInCharge(matter) || standsForItsHead(matter) || actsAsOneOf(matter, rolesForAll)
        ? undefined
        : refusals.notYourRecord(),
  },
  publish: { label: '发布', article: '条例第二十六条', from: ['signed'], by: ['clerk'], unless: notPublishable },
  publishUrgently: {
    label: '紧急发布',
    article: '条例第十七条',
    from: ['reviewing'],
    by: urgentPublishers,
    unless: (matter) => {
      const { content, actor, edition } = matter
      if (content.attribute !== 'proactive') return refusals.notProactive()
      if (actor.id !== null && edition.authors.has(actor.id)) return refusals.ownText()
      return whyNotInTheirName(signerOf(matter), urgentPublishers, edition.authors)
    },
  },
  discard: { label: '作废', article: '条例第十七条', from: ['drafting', 'reviewing', 'signed'], by: ['clerk'] },
} as const satisfies Record<StepName, Step>

export const stepNames = namesOf<StepName>(steps)

/** Who may change the text, and while what: a change takes the signatures away. */
export const savingStep: Step = {
  label: '修改',
  article: '条例第十七条',
  from: ['drafting', 'reviewing', 'signed'],
  by: ['clerk', ...reviewerRoles],
}
