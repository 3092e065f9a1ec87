import { roleLabel } from '../organs/role.ts'
import { type Refusal, refusals } from '../refusal.ts'
import { awaitsApproval, editionStatusLabel } from './edition.ts'
import type { StepName } from './edition-event.ts'
import { type Step, type StepMatter, savingStep, stepNames, steps } from './steps.ts'

function shut(step: Step, matter: StepMatter): Refusal | undefined {
  const { actor, edition, standingIn } = matter
  if (!step.from.includes(edition.status)) return refusals.editionClosed(editionStatusLabel(edition.status))
  const mayAct = [...actor.roles, ...standingIn.map(({ role }) => role)].some((role) => step.by.includes(role))
  if (!mayAct) return refusals.notYourStep(step.by.map(roleLabel).join('、'))
  return step.unless?.(matter) || undefined
}

/** Why this step is shut for this person now, or undefined if it is open. */
export const whyNot = (name: StepName, matter: StepMatter): Refusal | undefined => shut(steps[name], matter)

/** Why this person may not change the text now, or undefined if they may. */
export const whyNotSave = (matter: StepMatter): Refusal | undefined => shut(savingStep, matter)

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
export function stepViews(matter: StepMatter) {
  const next = nextStep(matter)
  return stepNames
    .map((name) => ({
      name,
      label: steps[name].label,
      article: steps[name].article,
      why: whyNot(name, matter)?.message ?? null,
      isNext: name === next,
    }))
    .sort((a, b) => Number(b.isNext) - Number(a.isNext))
}
