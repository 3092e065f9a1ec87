import type { PlainDate } from '../../days/plain-date.ts'
import { yearOf } from '../../days/plain-date.ts'
import type { Actor } from '../../organs/actor.ts'
import { type Role, roleLabel } from '../../organs/role.ts'
import { type Refusal, refusals } from '../../refusal.ts'
import { rolesOf } from '../../review/acting.ts'
import { type Signer, type StandingIn, whyNotSendBack, whyNotSign } from '../../review/chain.ts'
import { levelLabel, reviewerRoles } from '../../review/level.ts'
import * as kit from '../../steps/step.ts'
import { chainOf, type Draft, type DraftStatus, draftStatusLabel, isFullySigned } from './draft.ts'
import type { StepName } from './draft-event.ts'

/** Whatever a rule may ask about before a step. */
export interface StepMatter {
  readonly draft: Draft
  readonly year: number
  readonly actor: Pick<Actor, 'id' | 'kind' | 'roles' | 'unitId' | 'today'>
  readonly standingIn: readonly StandingIn[]
  /** The unit of the organ that answers for the report; null where none is named. */
  readonly workBodyId: string | null
  /** The office above that has the report as it stands signed; null where none has. */
  readonly filedWith: string | null
}

/** Who may write the report: the clerks of the work body of art. 4. Whoever heads it signs, and so writes nothing. */
const writers: readonly Role[] = ['clerk']

export const signerOf = ({ actor, standingIn }: StepMatter): Signer => ({
  id: actor.id,
  roles: actor.roles,
  unitId: actor.unitId,
  standingIn,
})

/** 编制、审签、公布 are different people's: whoever signed last does not let it out. */
const publisherSigned = ({ draft, actor }: StepMatter): Refusal | undefined =>
  actor.id !== null && draft.signatures.at(-1)?.by.id === actor.id ? refusals.signerPublishesReport() : undefined

const notPublishable = (matter: StepMatter): Refusal | undefined =>
  isFullySigned(matter.draft) ? publisherSigned(matter) : refusals.notFullySigned()

const yearRuns = (year: number, today: PlainDate): Refusal | undefined =>
  yearOf(today) <= year ? refusals.yearNotOver(year, today) : undefined

/** Above, nothing counts whose signatures were taken back. */
function isFiledAbove({ filedWith }: StepMatter): Refusal | undefined {
  return filedWith === null ? undefined : refusals.filedAbove(filedWith)
}

const article = '条例第四十九条'

/** The steps of an annual report. Every condition stands here, so that the page greys what the server would refuse. */
const steps = {
  submit: {
    label: '送审',
    article,
    from: ['drafting'],
    by: writers,
    unless: ({ draft, year, actor }) =>
      draft.contentHash === null ? refusals.nothingSaved() : yearRuns(year, actor.today),
  },
  sign: {
    label: '审核同意',
    article,
    from: ['reviewing'],
    by: reviewerRoles,
    unless: (matter) =>
      whyNotSign(chainOf(matter.draft), signerOf(matter), {
        own: refusals.ownReport,
        signed: (level) => refusals.signedAtLevel(levelLabel(level)),
      }),
  },
  sendBack: {
    label: '退回修改',
    article,
    from: ['reviewing', 'signed'],
    by: reviewerRoles,
    unless: (matter) => isFiledAbove(matter) ?? whyNotSendBack(chainOf(matter.draft), signerOf(matter)),
  },
  publish: { label: '公布', article, from: ['signed'], by: writers, unless: notPublishable },
  schedule: { label: '定时公布', article, from: ['signed'], by: writers, unless: notPublishable },
  unschedule: { label: '取消定时公布', article, from: ['scheduled'], by: writers },
  recall: { label: '撤回修改', article, from: ['reviewing', 'signed'], by: writers, unless: isFiledAbove },
  discard: { label: '作废', article, from: ['drafting'], by: writers },
} as const satisfies Record<StepName, kit.Step<DraftStatus, Role, StepMatter>>

export const stepNames = kit.namesOf<StepName>(steps)

/** Whether the report is theirs to write: a clerk's of the work body. Where no unit is named, any clerk's. */
export const isWriter = ({ actor, workBodyId }: Pick<StepMatter, 'actor' | 'workBodyId'>): boolean =>
  actor.kind === 'operator' ||
  (actor.roles.some((role) => writers.includes(role)) && (workBodyId === null || actor.unitId === workBodyId))

/** As whom they may act: writers as what they are in the work body, reviewers as their own and those for whom they stand in. */
function actsAs(matter: StepMatter): Role[] {
  const { actor, standingIn } = matter
  const own = rolesOf({ actor, standingIn }).filter((role) => reviewerRoles.includes(role))
  if (actor.kind === 'operator') return [...writers]
  return isWriter(matter) ? [...new Set([...actor.roles, ...own])] : own
}

const next: Readonly<Partial<Record<DraftStatus, StepName>>> = {
  drafting: 'submit',
  reviewing: 'sign',
  signed: 'publish',
}

const writing = (name: StepName): boolean => name !== 'sign' && name !== 'sendBack'

const kind: kit.CaseKind<StepName, DraftStatus, Role, StepMatter> = {
  steps,
  statusOf: ({ draft }) => draft.status,
  actsAs,
  next: ({ draft }) => next[draft.status],
  refusals: {
    closed: (status) => refusals.reportClosed(draftStatusLabel(status)),
    notTheirs: (by) => refusals.notYourStep(by.map(roleLabel).join('、')),
    always: (matter, name) =>
      writing(name) && steps[name].from.some((status) => status === matter.draft.status) && !isWriter(matter)
        ? refusals.notYourReport()
        : undefined,
  },
}

/** Why this step is shut for this person now, or undefined if it is open. */
export const whyNot = (name: StepName, matter: StepMatter): Refusal | undefined => kit.whyNot(kind, name, matter)

/** Every step with whether and why it is shut, the next one first. */
export const stepViews = (matter: StepMatter): kit.StepView<StepName>[] => kit.stepViews(kind, matter)

/** Why the words and stated figures may not be changed now: what is put up stands until it is sent back or recalled. */
export function whyNotSave(matter: StepMatter): Refusal | undefined {
  if (matter.draft.status !== 'drafting') return refusals.reportClosed(draftStatusLabel(matter.draft.status))
  return isWriter(matter) ? undefined : refusals.notYourReport()
}
