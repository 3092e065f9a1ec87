import { type Role, roleLabel } from '../organs/role.ts'
import { type Refusal, refusals } from '../refusal.ts'
import * as kit from '../steps/step.ts'
import { awaitsApproval, type EditionStatus, editionStatusLabel } from './edition.ts'
import type { StepName } from './edition-event.ts'
import { type StepMatter, savingStep, steps } from './steps.ts'

const asked = {
  statusOf: ({ edition }: StepMatter): EditionStatus => edition.status,
  actsAs: ({ actor, standingIn }: StepMatter): Role[] => [...actor.roles, ...standingIn.map(({ role }) => role)],
  refusals: {
    closed: (status: EditionStatus) => refusals.editionClosed(editionStatusLabel(status)),
    notTheirs: (by: readonly Role[]) => refusals.notYourStep(by.map(roleLabel).join('、')),
  },
}

const kind: kit.CaseKind<StepName, EditionStatus, Role, StepMatter> = { ...asked, steps, next: nextStep }
/** To change the text is no step of its course, and asked about in the same way. */
const saving: kit.CaseKind<'save', EditionStatus, Role, StepMatter> = {
  ...asked,
  steps: { save: savingStep },
  next: () => undefined,
}

/** Why this step is shut for this person now, or undefined if it is open. */
export const whyNot = (name: StepName, matter: StepMatter): Refusal | undefined => kit.whyNot(kind, name, matter)

/** Why this person may not change the text now, or undefined if they may. */
export const whyNotSave = (matter: StepMatter): Refusal | undefined => kit.whyNot(saving, 'save', matter)

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
