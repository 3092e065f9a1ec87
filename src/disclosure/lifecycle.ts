import { type Role, roleLabel } from '../organs/role.ts'
import { type Refusal, refusals } from '../refusal.ts'
import { rolesOf } from '../review/acting.ts'
import * as kit from '../steps/step.ts'
import { awaitsApproval, type EditionStatus, editionStatusLabel } from './edition.ts'
import type { StepName } from './edition-event.ts'
import { isInCharge, type StepMatter, savingStep, standsForItsHead, steps } from './steps.ts'

const asked = {
  statusOf: ({ edition }: StepMatter): EditionStatus => edition.status,
  actsAs: (matter: StepMatter): Role[] => {
    const roles = rolesOf(matter)
    return isInCharge(matter) ? roles : roles.filter((role) => role !== 'clerk')
  },
  refusals: {
    closed: (status: EditionStatus) => refusals.editionClosed(editionStatusLabel(status)),
    notTheirs: (by: readonly Role[], matter: StepMatter) =>
      by.some((role) => matter.actor.roles.includes(role))
        ? refusals.notYourRecord()
        : refusals.notYourStep(by.map(roleLabel).join('、')),
  },
}

const kind: kit.CaseKind<StepName, EditionStatus, Role, StepMatter> = { ...asked, steps, next: nextStep }
/** To change the text is no step of its course, and asked about in the same way. */
const saving: kit.CaseKind<'save', EditionStatus, Role, StepMatter> = {
  ...asked,
  // A unit's head mends what the unit writes; who approves for the whole organ, whatever comes up.
  actsAs: (matter) =>
    asked.actsAs(matter).filter((role) => role !== 'unitHead' || isInCharge(matter) || standsForItsHead(matter)),
  steps: { save: savingStep },
  next: () => undefined,
}

/** Why this step is shut for this person now, or undefined if it is open. */
export const whyNot = (name: StepName, matter: StepMatter): Refusal | undefined => kit.whyNot(kind, name, matter)

/** Why this person may not change the text now, or undefined if they may. */
export const whyNotSave = (matter: StepMatter): Refusal | undefined => kit.whyNot(saving, 'save', matter)

/** Why nobody may comment on the text any more. */
export const whyNotComment = ({ edition }: Pick<StepMatter, 'edition'>): Refusal | undefined =>
  isOver.includes(edition.status) ? refusals.commentsClosed() : undefined
const isOver: readonly EditionStatus[] = ['live', 'superseded', 'discarded']

/** Why this person may not begin the next edition of a record. */
export const whyNotBegin = (matter: StepMatter): Refusal | undefined =>
  isInCharge(matter) ? undefined : refusals.notYourRecord()

/** The one step that is next, whoever must take it; undefined when nothing is open. */
export function nextStep({ edition }: Pick<StepMatter, 'edition'>): StepName | undefined {
  switch (edition.status) {
    case 'drafting':
      return 'submit'
    case 'reviewing':
      return 'sign'
    case 'signed':
      return 'publish'
    case 'live':
      return awaitsApproval(edition) ? 'sign' : undefined
    default:
      return undefined
  }
}

/** Every step with whether and why it is shut, the next one first. */
export const stepViews = (matter: StepMatter): kit.StepView<StepName>[] => kit.stepViews(kind, matter)
