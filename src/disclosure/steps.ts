import type { Calendar } from '../calendar/calendar.ts'
import type { Actor } from '../organs/actor.ts'
import { type Role, roleLabel } from '../organs/role.ts'
import { type Refusal, refusals } from '../refusal.ts'
import { levelLabel, reviewerRoles } from '../review/review-plan.ts'
import type { Content } from './content.ts'
import { awaitsApproval, type Edition, type EditionStatus, isFullySigned, levelInTurn } from './edition.ts'
import type { StepName } from './edition-event.ts'

/** Somebody whose work the actor does today. */
export interface StandingIn {
  readonly role: Role
  readonly staffId: string
  readonly name: string
}

/** Whatever a rule may ask about before a step. */
export interface StepMatter {
  readonly edition: Edition
  readonly content: Content
  readonly actor: Actor
  readonly standingIn: readonly StandingIn[]
  readonly calendar: Calendar
  /** ISO instant, UTC. */
  readonly now: string
}

export interface Step {
  readonly label: string
  /** As cited to people. */
  readonly article: string
  readonly from: readonly EditionStatus[]
  readonly by: readonly Role[]
  /** Why it is shut although status and person would allow it. */
  readonly unless?: (matter: StepMatter) => Refusal | false | undefined
}

/** Whether the level in turn is theirs, by their own role or that of somebody for whom they stand in. */
export function signsAs({ edition, actor, standingIn }: StepMatter): boolean {
  const role = levelInTurn(edition)?.role
  return role !== undefined && (actor.roles.includes(role) || standingIn.some((each) => each.role === role))
}

/** For whom they act as one of these; null in their own right. */
export function inPlaceOf({ actor, standingIn }: StepMatter, roles: readonly Role[]) {
  const absent = standingIn.find(({ role }) => roles.includes(role))
  if (!absent || actor.roles.some((role) => roles.includes(role))) return null
  return { staffId: absent.staffId, name: absent.name }
}

const notInTurn = (matter: StepMatter): Refusal | undefined => {
  const { edition, actor } = matter
  const level = levelInTurn(edition)
  if (!level) return refusals.reviewedAlready()
  if (!signsAs(matter)) return refusals.notYourLevel(roleLabel(level.role))
  if (actor.id && (edition.authors.has(actor.id) || edition.submittedBy?.id === actor.id)) return refusals.ownText()
  const before = edition.signatures.find(({ by }) => by.id === actor.id)
  return before && refusals.signedAtLevel(levelLabel(before.level))
}

/** 拟稿、审核、发布 are different people's: whoever signed last does not let it out. */
const publisherSigned = ({ edition, actor }: StepMatter): Refusal | undefined =>
  actor.id !== null && edition.signatures.at(-1)?.by.id === actor.id ? refusals.signerPublishes() : undefined

const notPublishable = (matter: StepMatter): Refusal | undefined => {
  if (matter.content.attribute !== 'proactive') return refusals.notProactive()
  return isFullySigned(matter.edition) ? publisherSigned(matter) : refusals.notFullySigned()
}

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
    unless: (matter) => {
      if (matter.edition.status === 'signed') return undefined
      const level = levelInTurn(matter.edition)
      return level && !signsAs(matter) ? refusals.notYourLevel(roleLabel(level.role)) : undefined
    },
  },
  schedule: { label: '定时发布', article: '条例第二十六条', from: ['signed'], by: ['clerk'], unless: notPublishable },
  unschedule: { label: '取消定时发布', article: '条例第十七条', from: ['scheduled'], by: ['clerk', ...reviewerRoles] },
  publish: { label: '发布', article: '条例第二十六条', from: ['signed'], by: ['clerk'], unless: notPublishable },
  publishUrgently: {
    label: '紧急发布',
    article: '条例第十七条',
    from: ['reviewing'],
    by: ['ogiHead', 'leader'],
    unless: ({ content, actor, edition }) => {
      if (content.attribute !== 'proactive') return refusals.notProactive()
      return actor.id !== null && edition.authors.has(actor.id) ? refusals.ownText() : undefined
    },
  },
  discard: { label: '作废', article: '条例第十七条', from: ['drafting', 'reviewing', 'signed'], by: ['clerk'] },
} as const satisfies Record<StepName, Step>

export const stepNames = Object.keys(steps) as StepName[]

/** Who may change the text, and while what: a change takes the signatures away. */
export const savingStep: Step = {
  label: '修改',
  article: '条例第十七条',
  from: ['drafting', 'reviewing', 'signed'],
  by: ['clerk', ...reviewerRoles],
}
