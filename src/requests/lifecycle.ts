import { roleLabel } from '../organs/role.ts'
import { type Refusal, refusals } from '../refusal.ts'
import { rolesOf } from '../review/acting.ts'
import * as kit from '../steps/step.ts'
import { feeLapsesOn } from './clock.ts'
import { isOver } from './consulted.ts'
import { type RequestStatus, statusLabel } from './request-status.ts'
import { mustServeAgain } from './service/service-steps.ts'
import type { StepName } from './step-inputs.ts'
import { isInCharge, mayKnowWho, type StepMatter, type StepTaker, steps } from './steps.ts'
import { answerWaits } from './waiting-letter.ts'
import { isAsked, whyNotAsked } from './work/asked.ts'

const kind: kit.CaseKind<StepName, RequestStatus, StepTaker, StepMatter> = {
  steps,
  statusOf: ({ history }) => history.status,
  actsAs: (matter) => {
    if (matter.actor.kind === 'applicant') return ['applicant']
    const roles = isInCharge(matter) ? rolesOf(matter) : rolesOf(matter).filter((role) => role !== 'clerk')
    return isAsked(matter) ? [...roles, 'asked'] : roles
  },
  next: nextStep,
  refusals: {
    always: (matter, name) => (matter.isImported ? refusals.importedRequest() : whyNotAsked(name, matter)),
    closed: (status) => refusals.closedInStatus(statusLabel(status)),
    notTheirs: (by, { actor, history: { assignment } }) =>
      assignment && by.includes('clerk') && actor.roles.includes('clerk')
        ? refusals.notYourCase(assignment.unitName, assignment.staffName)
        : refusals.notYourStep(by.flatMap(takerLabel).join('、')),
  },
}

/** Whoever is asked knows it from what asks them. */
const takerLabel = (by: StepTaker): string[] => (by === 'asked' ? [] : [by === 'applicant' ? '申请人' : roleLabel(by)])

/** Why this step is shut for this person now, or undefined if it is open. */
export const whyNot = (name: StepName, matter: StepMatter): Refusal | undefined => kit.whyNot(kind, name, matter)

/** Why personal data of this case stay masked for this person, whatever reason they give. */
export const whyNotOpenPersonal = (matter: StepMatter): Refusal | undefined =>
  mayKnowWho(matter) ? undefined : refusals.notYourApplicant(matter.history.assignment?.unitName ?? '')

/** The one lawful step that is next, whoever must take it; undefined when the request is concluded. */
export function nextStep(matter: Pick<StepMatter, 'history' | 'actor' | 'calendar'>): StepName | undefined {
  const { history, actor, calendar } = matter
  const { status, assignment, proposal, supplement, reasons } = history
  if (history.withdrawal && status !== 'concluded') return 'confirmWithdrawal'
  if (mustServeAgain(history)) return 'serveAgain'
  switch (status) {
    case 'arrived':
      return 'confirmReceipt'
    case 'supplementing':
      return supplement?.dueOn && actor.today > supplement.dueOn ? 'draftAnswer' : 'receiveSupplement'
    case 'explaining':
      return reasons && actor.today > reasons.dueOn ? 'draftAnswer' : 'receiveReasons'
    case 'awaitingPayment': {
      const lapsesOn = history.fee && feeLapsesOn(calendar, history.fee)
      if (!lapsesOn) return 'deliverFee'
      return actor.today > lapsesOn ? 'draftAnswer' : 'recordPayment'
    }
    case 'approving':
    case 'reapproving':
      return 'approveAnswer'
    case 'approved':
    case 'reapproved':
      return 'issueAnswer'
    case 'concluded':
      return history.waiting.length > 0 ? 'approveLetter' : undefined
    case 'processing':
    case 'reanswering': {
      if (answerWaits(history)) return 'approveLetter'
      if (proposal && status === 'processing') return 'extendReply'
      if (history.offer) return 'acceptHandover'
      if (!assignment || history.refusedOffer) return 'assign'
      // Art. 32: when the fifteen working days are over the organ decides; nothing is waited for any more.
      const waiting = history.consultations.some((each) => !isOver(matter, each))
      return waiting ? 'answerConsultation' : 'draftAnswer'
    }
  }
}

/** Every step with whether and why it is shut, the next one first. */
export const stepViews = (matter: StepMatter): kit.StepView<StepName>[] => kit.stepViews(kind, matter)
