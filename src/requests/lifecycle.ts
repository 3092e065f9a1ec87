import { roleLabel } from '../organs/role.ts'
import { type Refusal, refusals } from '../refusal.ts'
import { isOver } from './consulted.ts'
import { statusLabel } from './request-status.ts'
import type { StepName } from './step-inputs.ts'
import { type Step, type StepMatter, stepNames, steps } from './steps.ts'
import { answerWaits, waitsFor } from './waiting-letter.ts'

/** Why this step is shut for this person now, or undefined if it is open. */
export function whyNot(name: StepName, matter: StepMatter): Refusal | undefined {
  const step: Step = steps[name]
  const { actor, history } = matter
  if (matter.isImported) return refusals.importedRequest()
  if (!step.from.includes(history.status)) return refusals.closedInStatus(statusLabel(history.status))
  const isTheirs =
    actor.kind === 'applicant' ? step.by.includes('applicant') : actor.roles.some((role) => step.by.includes(role))
  if (!isTheirs) return refusals.notYourStep(whose(step))
  if (waitsFor(matter, name)) return refusals.letterWaiting()
  return step.unless?.(matter) || undefined
}

const whose = ({ by }: Step): string => by.map((role) => (role === 'applicant' ? '申请人' : roleLabel(role))).join('、')

/** The one lawful step that is next, whoever must take it; undefined when the request is concluded. */
export function nextStep(matter: Pick<StepMatter, 'history' | 'actor' | 'calendar'>): StepName | undefined {
  const { history, actor } = matter
  const { status, assignment, proposal, supplement, reasons } = history
  if (history.withdrawal && status !== 'concluded') return 'confirmWithdrawal'
  switch (status) {
    case 'arrived':
      return 'confirmReceipt'
    case 'supplementing':
      return supplement?.dueOn && actor.today > supplement.dueOn ? 'draftAnswer' : 'receiveSupplement'
    case 'explaining':
      return reasons && actor.today > reasons.dueOn ? 'draftAnswer' : 'receiveReasons'
    case 'approving':
      return 'approveAnswer'
    case 'approved':
      return 'issueAnswer'
    case 'concluded':
      return history.waiting.length > 0 ? 'approveLetter' : undefined
    case 'processing': {
      if (answerWaits(history)) return 'approveLetter'
      if (proposal) return 'extendReply'
      if (!assignment) return 'assign'
      // Art. 32: when the fifteen working days are over the organ decides; nothing is waited for any more.
      const waiting = history.consultations.some((each) => !isOver(matter, each))
      return waiting ? 'answerConsultation' : 'draftAnswer'
    }
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
