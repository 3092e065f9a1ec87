import type { Calendar } from '../calendar/calendar.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { chineseDate, type PlainDate } from '../days/plain-date.ts'
import type { Role } from '../organs/role.ts'
import { type Charge, isInCharge as isCharged } from '../organs/units/in-charge.ts'
import { type Refusal, refusals } from '../refusal.ts'
import { actsAsOneOf, rolesForAll, standsForHeadOf } from '../review/acting.ts'
import { whyNotInTheirName, whyNotSign } from '../review/chain.ts'
import { reviewerRoles } from '../review/level.ts'
import { type Step as CaseStep, namesOf } from '../steps/step.ts'
import type { LetterStep } from './approval-levels.ts'
import { confirmBy, feeLapsesOn, lastDayToAnswer, workingDaysOf } from './clock.ts'
import { opposes } from './consulted.ts'
import { isAwaited } from './fees/fold-fee.ts'
import { chainOfAnswer } from './fold-draft.ts'
import { chainOfLetter } from './fold-letters.ts'
import type { RequestHistory } from './history.ts'
import { dueInRound } from './reanswer/due.ts'
import type { RequestStatus } from './request-status.ts'
import { serviceSteps } from './service/service-steps.ts'
import { type Acting, signerOf, whyNotReturn } from './signer.ts'
import type { StepName } from './step-inputs.ts'
import { answerWaits, letterNotInTurn, noLetterToReturn, waitsFor } from './waiting-letter.ts'
import type { Link } from './work/fold-links.ts'
import { awaitedUnits, isOpen } from './work/fold-work.ts'

/** Whatever a rule may ask about before a step. */
export interface StepMatter extends Acting {
  readonly history: RequestHistory
  readonly isImported: boolean
  /** The unit that is the organ's work body for disclosure. */
  readonly workBodyId: string | null
  readonly calendar: Calendar
  /** The requests with which it is linked; not asked for where no step is taken. */
  readonly links?: readonly Link[]
}

/** Whoever takes steps of a request. */
/** `asked`: whoever of the organ is asked something of a request that need not be theirs. */
export type StepTaker = Role | 'applicant' | 'asked'
export type Step = CaseStep<RequestStatus, StepTaker, StepMatter>

const open: readonly RequestStatus[] = [
  'arrived',
  'processing',
  'supplementing',
  'explaining',
  'awaitingPayment',
  'approving',
  'approved',
]
/** Until the answer leaves: while it is approved the period still runs. */
const whileHandled: readonly RequestStatus[] = ['processing', 'approving', 'approved']
/** While it is answered again, whose first result stands. */
const again: readonly RequestStatus[] = ['reanswering', 'reapproving', 'reapproved']
/** Whenever a letter may be up for approval; from the draft of the answer on these are corrections. */
const lettersUp: readonly RequestStatus[] = [
  'processing',
  'supplementing',
  'explaining',
  'awaitingPayment',
  'approving',
  'approved',
  'concluded',
  ...again,
]
/** While a fee is waited for, and while it is drafted and approved that it was not paid. */
const whilePaid: readonly RequestStatus[] = ['awaitingPayment', 'approving', 'approved']
/** Before its answer is up for approval, it may change hands and others may be asked. */
const whileAssigned: readonly RequestStatus[] = [
  'arrived',
  'processing',
  'supplementing',
  'explaining',
  'awaitingPayment',
  'reanswering',
]
/** Whether the answer that stands gives anything: only that can be given to all. */
const isGiven = ({ conclusion, rounds }: RequestHistory): boolean => {
  const outcome = rounds.findLast(({ answer }) => answer)?.answer?.outcome ?? conclusion?.outcome
  return outcome === 'granted' || outcome === 'partiallyGranted'
}
const nobodys: Charge = { unitId: null, staffId: null }

/** Whether they act for the head of the unit that has the case in hand, who is away. */
const standsForItsHead = (matter: StepMatter): boolean =>
  standsForHeadOf(matter, matter.history.assignment?.unitId ?? null)

/** Whether what is up asks the head of any unit, since the unit has none who may sign. */
export const asksAnyHead = ({ history }: Pick<StepMatter, 'history'>): boolean =>
  [chainOfAnswer(history), ...history.waiting.map(chainOfLetter)].some(({ levels }) =>
    levels.some(({ role, unitId }) => role === 'unitHead' && unitId === null),
  )

/** Whether whose the case is lets them know who asks: they have it in hand, act for its unit's head or approve for the whole organ. */
export const mayKnowByCharge = (charge: Charge, acting: Acting & Pick<StepMatter, 'workBodyId'>): boolean =>
  isCharged(charge, acting.actor, acting.workBodyId) ||
  standsForHeadOf(acting, charge.unitId) ||
  actsAsOneOf(acting, rolesForAll)

/** Whether they need to know who asks: the applicant, who does by their charge, and heads of units whom a level asks that no one unit can give. */
export const mayKnowWho = (matter: StepMatter): boolean =>
  matter.actor.kind === 'applicant' ||
  mayKnowByCharge(matter.history.assignment ?? nobodys, matter) ||
  (actsAsOneOf(matter, ['unitHead']) && asksAnyHead(matter))

/** Why a head of another unit decides nothing here: the unit's own head does, or the head of the work body. */
const notItsHead = (matter: StepMatter): Refusal | undefined => {
  if (isInCharge(matter) || standsForItsHead(matter) || actsAsOneOf(matter, ['ogiHead'])) return undefined
  const { unitName = '', staffName = '' } = matter.history.assignment ?? {}
  return refusals.notYourCase(unitName, staffName)
}

const today = ({ actor }: StepMatter): PlainDate => actor.today

/** Whether this clerk handles the case, as it was assigned. */
export const isInCharge = ({ history, actor, workBodyId }: StepMatter): boolean =>
  isCharged(history.assignment ?? nobodys, actor, workBodyId)

/** The last day on which the answer is in time; null before receipt. */
export const answerDueOn = ({ calendar, history, actor }: StepMatter): PlainDate | null =>
  dueInRound(calendar, history, actor.today)?.on ?? lastDayToAnswer(calendar, history, actor.today) ?? null

/** The last day of the answer, where it has passed. */
export const isOverdue = (matter: StepMatter): PlainDate | false => {
  const due = answerDueOn(matter)
  return due !== null && today(matter) > due && due
}

/** The last day of the answer, where it had passed on `on`. */
export const overdueOn = (matter: StepMatter, on: PlainDate): PlainDate | false =>
  isOverdue({ ...matter, actor: { ...matter.actor, today: on } })

/** Whether the organ has let a day pass by which it had to act. */
export const isLate = (matter: StepMatter): boolean => {
  const { status, arrivedOn } = matter.history
  if (status === 'arrived') return arrivedOn !== null && today(matter) > confirmBy(matter.calendar, arrivedOn)
  return isOverdue(matter) !== false
}

/** A second person looks at a withdrawal that would end what is overdue or already up for approval. */
export const withdrawalNeedsSecond = (matter: StepMatter): boolean =>
  matter.actor.kind !== 'applicant' && (matter.history.draft !== null || isLate(matter))

const extensionShut = (matter: StepMatter): Refusal | undefined => {
  const overdue = isOverdue(matter)
  if (matter.history.extension) return refusals.extendedOnce()
  // Art. 35 begins where the period of art. 33 is not enough: what was fixed and told then is not extended again.
  if (matter.history.delay) return refusals.delayedAlready()
  return overdue ? refusals.extensionTooLate(chineseDate(overdue)) : undefined
}

/** What an applicant has not done in the time given, so that the organ may close. */
const stillWaiting = ({ history, actor, calendar }: StepMatter): Refusal | undefined => {
  const { status, fee } = history
  if (status === 'awaitingPayment' && fee && !fee.delivered) return refusals.feeNotDelivered()
  const due =
    status === 'supplementing'
      ? history.supplement?.dueOn
      : status === 'explaining'
        ? history.reasons?.dueOn
        : status === 'awaitingPayment' && fee
          ? feeLapsesOn(calendar, fee)
          : null
  return due && actor.today <= due ? refusals.deadlineNotPassed(chineseDate(due)) : undefined
}

/** Paid and waived is only what is waited for; drafted is meanwhile at most that it was not paid. */
const notAwaited = ({ history: { fee } }: StepMatter): Refusal | false => !isAwaited(fee) && refusals.noFeeAwaited()

/** Why they may not approve the answer that is up. */
const notInTurn = (matter: StepMatter): Refusal | undefined =>
  whyNotSign(chainOfAnswer(matter.history), signerOf(matter), {
    own: refusals.ownDraft,
    signed: refusals.approvedAlready,
  })

const heads: readonly Role[] = ['unitHead', 'ogiHead']

/** What the step confirms or grants. */
const proposalFor = (name: StepName, { withdrawal, correction, proposal }: RequestHistory) => {
  if (name === 'confirmWithdrawal') return withdrawal
  if (name === 'confirmCorrection') return correction
  return name === 'extendReply' ? proposal : null
}

/** Whoever proposed what the step confirms: no stand-in confirms it in their name. */
export const proposersOf = (name: StepName, history: RequestHistory): ReadonlySet<string> => {
  const proposed = proposalFor(name, history)
  return new Set(proposed?.by.id ? [proposed.by.id] : [])
}

/** Why it is not theirs to decide what was proposed: they proposed it, or hold the role only in the name of who did. */
function whyNotDecide(
  name: StepName,
  matter: StepMatter,
  roles: readonly Role[],
  own: () => Refusal,
): Refusal | undefined {
  const proposers = proposersOf(name, matter.history)
  if (matter.actor.id !== null && proposers.has(matter.actor.id)) return own()
  const notTheirs = roles.includes('unitHead') ? notItsHead(matter) : undefined
  return notTheirs ?? whyNotInTheirName(signerOf(matter), roles, proposers)
}

/** Of some letters one at a time: two of a kind would take each other's place. */
const alone =
  (step: LetterStep, unless?: (matter: StepMatter) => Refusal | false | undefined) =>
  (matter: StepMatter): Refusal | false | undefined =>
    waitsFor(matter, step) ? refusals.letterWaiting() : unless?.(matter)

/** Whether it was this person who put it up. */
export const isBy = (
  { id }: StepMatter['actor'],
  putUp: { readonly by: { readonly id: string | null } } | null,
): boolean => id !== null && putUp?.by.id === id

/** The steps of a request. Every condition stands here, so that the page greys what the server would refuse. */
export const steps = {
  confirmReceipt: { label: '确认收到申请', article: '条例第三十一条', from: ['arrived'], by: ['clerk'] },
  assign: {
    label: '交办',
    article: '条例第四十五条',
    from: whileAssigned,
    by: ['clerk', 'unitHead', 'ogiHead'],
    // A unit's head takes nothing out of another unit's hands.
    unless: notItsHead,
  },
  acceptHandover: { label: '接收交办', article: '条例第四十五条', from: whileAssigned, by: ['asked'] },
  refuseHandover: { label: '退回交办', article: '条例第四十五条', from: whileAssigned, by: ['asked'] },
  askCoHandling: {
    label: '请其他科室协办',
    article: '条例第四十五条',
    from: whileAssigned,
    by: ['clerk', 'unitHead', 'ogiHead'],
    unless: notItsHead,
  },
  answerCoHandling: { label: '提出协办意见', article: '条例第四十五条', from: open, by: ['asked'] },
  endCoHandling: {
    label: '收回协办请求',
    article: '条例第四十五条',
    from: open,
    by: ['clerk', 'unitHead', 'ogiHead'],
    unless: (matter) => (matter.history.coHandlings.some(isOpen) ? notItsHead(matter) : refusals.noCoHandling()),
  },
  split: {
    label: '拆分为多件',
    article: '条例第四十五条',
    from: ['arrived', 'processing'],
    by: ['clerk'],
    unless: ({ history }) => {
      if (history.isSplit) return refusals.alreadySplit()
      const begun =
        history.supplement ||
        history.reasons ||
        history.fee ||
        history.consultations.length > 0 ||
        history.waiting.length > 0 ||
        history.returned
      return begun ? refusals.splitTooLate() : undefined
    },
  },
  requestSupplement: {
    label: '告知补正',
    article: '条例第三十条',
    from: ['processing'],
    by: ['clerk'],
    unless: alone('requestSupplement', (matter) => {
      const { supplement, receivedOn } = matter.history
      if (supplement) return refusals.supplementedOnce()
      if (!receivedOn) return undefined
      const last = addWorkingDays(matter.calendar, receivedOn, workingDaysOf('supplementNotice', receivedOn))
      return today(matter) > last && refusals.supplementNoticeLate(chineseDate(last))
    }),
  },
  receiveSupplement: {
    label: '登记收到补正',
    article: '条例第三十条',
    from: ['supplementing', 'approving', 'approved'],
    by: ['clerk', 'applicant'],
    unless: ({ history: { status, draft } }) =>
      status !== 'supplementing' && draft?.outcome !== 'other.supplementOverdue' && refusals.nothingAsked('补正'),
  },
  requestReasons: {
    label: '要求说明理由',
    article: '条例第三十五条',
    from: ['processing'],
    by: ['clerk'],
    unless: alone('requestReasons', ({ history }) => history.reasons !== null && refusals.reasonsAskedOnce()),
  },
  receiveReasons: {
    label: '登记申请人说明的理由',
    article: '条例第三十五条',
    from: ['explaining'],
    by: ['clerk', 'applicant'],
  },
  delayAnswer: {
    label: '确定延迟答复期限',
    article: '条例第三十五条',
    from: ['processing'],
    by: ['ogiHead'],
    unless: (matter) => {
      if (!matter.history.reasons?.receivedOn) return refusals.delayNeedsReasons()
      if (matter.history.delay) return refusals.delayedOnce()
      const overdue = isOverdue(matter)
      return overdue && refusals.delayTooLate(chineseDate(overdue))
    },
  },
  consult: {
    label: '征求意见',
    article: '条例第三十二条、第三十四条',
    from: ['processing', 'reanswering'],
    by: ['clerk'],
  },
  deliverConsultation: {
    label: '登记对方收到征求意见书',
    article: '条例第三十二条、第三十四条',
    from: ['processing', 'awaitingPayment', 'reanswering'],
    by: ['clerk'],
    unless: ({ history }) =>
      history.consultations.every(({ deliveredOn, answeredOn }) => deliveredOn ?? answeredOn) &&
      refusals.unknownConsultation(),
  },
  answerConsultation: {
    label: '登记收到的意见',
    article: '条例第三十二条、第三十四条',
    from: ['processing', 'awaitingPayment', 'reanswering'],
    by: ['clerk'],
    unless: ({ history }) =>
      history.consultations.every(({ answeredOn }) => answeredOn !== null) && refusals.unknownConsultation(),
  },
  notifyThirdParty: {
    label: '告知第三方决定公开',
    article: '条例第三十二条',
    from: ['processing', 'reanswering'],
    by: ['clerk'],
    unless: alone(
      'notifyThirdParty',
      ({ history }) =>
        !history.consultations.some((each) => each.party === 'thirdParty' && opposes(each) && !each.notifiedOn) &&
        refusals.thirdPartyNotObjecting(),
    ),
  },
  notifyFee: {
    label: '收费通知',
    article: '条例第四十二条',
    from: ['processing'],
    by: ['clerk'],
    unless: alone('notifyFee', (matter) => {
      if (matter.history.fee) return refusals.feeNotifiedOnce()
      const overdue = isOverdue(matter)
      return overdue && refusals.feeNoticeLate(chineseDate(overdue))
    }),
  },
  deliverFee: {
    label: '登记申请人收到收费通知书',
    article: '条例第四十二条',
    from: ['awaitingPayment'],
    by: ['clerk'],
  },
  recordPayment: {
    label: '登记缴费',
    article: '条例第四十二条',
    from: whilePaid,
    by: ['clerk'],
    unless: notAwaited,
  },
  waiveFee: {
    label: '减免信息处理费',
    article: '条例第四十二条',
    from: whilePaid,
    by: ['ogiHead'],
    unless: notAwaited,
  },
  refundFee: {
    label: '登记退费',
    article: '条例第四十二条',
    from: [...open, 'concluded', ...again],
    by: ['clerk'],
    unless: ({ history: { fee } }) => {
      if (!fee?.paid) return refusals.nothingPaid()
      return fee.refunded === fee.paid.amount && refusals.refundedAll()
    },
  },
  proposeExtension: {
    label: '提请延期',
    article: '条例第三十三条',
    from: whileHandled,
    by: ['clerk'],
    unless: (matter) => extensionShut(matter) ?? (matter.history.proposal !== null && refusals.extensionProposed()),
  },
  extendReply: {
    label: '同意延期',
    article: '条例第三十三条',
    from: whileHandled,
    by: ['ogiHead'],
    // Without a proposal the head decides alone; what was proposed is another's to grant.
    unless: (matter) => whyNotDecide('extendReply', matter, ['ogiHead'], refusals.ownProposal) ?? extensionShut(matter),
  },
  declineExtension: {
    label: '不同意延期',
    article: '条例第三十三条',
    from: whileHandled,
    by: ['ogiHead'],
    unless: ({ history }) => history.proposal === null && refusals.noProposal(),
  },
  correctLetter: {
    label: '更正文书',
    article: '条例第四十五条',
    from: [...open, 'concluded', ...again],
    by: ['clerk'],
    unless: alone('correctLetter', ({ history: { conclusion, sentLetters } }) => {
      if (conclusion?.outcome === 'withdrawn') return refusals.lettersOfWithdrawn()
      return sentLetters.length === 0 && refusals.noLetterSent()
    }),
  },
  draftAnswer: {
    label: '拟答复',
    article: '条例第三十六条',
    from: ['processing', 'supplementing', 'explaining', 'awaitingPayment', 'reanswering'],
    by: ['clerk'],
    unless: (matter) => {
      if (answerWaits(matter.history)) return refusals.letterWaiting()
      const units = awaitedUnits(matter.history)
      return units === '' ? stillWaiting(matter) : refusals.coHandlingAwaited(units)
    },
  },
  approveLetter: {
    label: '审批文书',
    article: '条例第四十五条',
    from: lettersUp,
    by: reviewerRoles,
    unless: letterNotInTurn,
  },
  returnLetter: {
    label: '退回文书',
    article: '条例第四十五条',
    from: lettersUp,
    by: reviewerRoles,
    unless: noLetterToReturn,
  },
  approveAnswer: {
    label: '审批同意',
    article: '条例第四十五条',
    from: ['approving', 'reapproving'],
    by: reviewerRoles,
    unless: notInTurn,
  },
  returnAnswer: {
    label: '退回修改',
    article: '条例第四十五条',
    from: ['approving', 'approved', 'reapproving', 'reapproved'],
    by: reviewerRoles,
    unless: (matter) => whyNotReturn(chainOfAnswer(matter.history), matter),
  },
  recallAnswer: {
    label: '撤回送审的答复',
    article: '条例第四十五条',
    from: ['approving', 'approved', 'reapproving', 'reapproved'],
    by: ['clerk'],
    unless: ({ history: { draft }, actor }) => !isBy(actor, draft) && refusals.notYourDraft(),
  },
  recallLetter: {
    label: '撤回送审的文书',
    article: '条例第四十五条',
    from: lettersUp,
    by: ['clerk'],
    unless: ({ history: { waiting }, actor }) => {
      if (waiting.length === 0) return refusals.noLetterWaiting()
      return !waiting.some((letter) => isBy(actor, letter)) && refusals.notYourDraft()
    },
  },
  issueAnswer: {
    label: '发出答复',
    article: '条例第三十六条',
    from: ['approved', 'reapproved'],
    by: ['clerk'],
    unless: ({ history }) => history.withdrawal !== null && refusals.withdrawalProposed(),
  },
  ...serviceSteps([...open, 'concluded']),
  withdraw: {
    label: '撤回申请',
    article: '条例未作规定，以申请人的意思表示为准',
    from: open,
    by: ['clerk', 'applicant'],
    unless: ({ history, actor }) =>
      history.withdrawal !== null && actor.kind !== 'applicant' && refusals.withdrawalProposed(),
  },
  confirmWithdrawal: {
    label: '确认撤回',
    article: '条例第四十五条',
    from: open,
    by: heads,
    unless: (matter) =>
      matter.history.withdrawal === null
        ? refusals.noWithdrawal()
        : whyNotDecide('confirmWithdrawal', matter, heads, refusals.ownWithdrawal),
  },
  declineWithdrawal: {
    label: '不予确认撤回',
    article: '条例第四十五条',
    from: open,
    by: heads,
    unless: (matter) => (matter.history.withdrawal === null ? refusals.noWithdrawal() : notItsHead(matter)),
  },
  note: {
    label: '备注',
    article: '条例第四十五条',
    from: [...open, 'concluded', ...again],
    by: ['clerk', ...reviewerRoles, 'asked'],
  },
  link: { label: '关联其他申请', article: '条例第四十五条', from: [...open, 'concluded', ...again], by: ['clerk'] },
  unlink: {
    label: '解除关联',
    article: '条例第四十五条',
    from: [...open, 'concluded', ...again],
    by: ['clerk'],
    unless: ({ links = [] }) => links.length === 0 && refusals.notLinked(),
  },
  proposePublication: {
    label: '提出主动公开',
    article: '条例第四十四条',
    from: ['concluded', ...again],
    by: ['clerk', 'unitHead', 'ogiHead'],
    unless: ({ history }) => !isGiven(history) && refusals.nothingToPublish(),
  },
  readNote: { label: '已阅备注', article: '条例第四十五条', from: [...open, 'concluded', ...again], by: ['asked'] },
  reissueReceipt: {
    label: '补发查询码',
    article: '条例未作规定，核对身份后办理',
    from: [...open, 'concluded', ...again],
    by: ['clerk'],
  },
  correctRegistration: {
    label: '更正登记',
    article: '条例第四十五条',
    from: [...open, 'concluded', ...again],
    by: ['clerk'],
    unless: ({ history }) => history.correction !== null && refusals.correctionWaits(),
  },
  confirmCorrection: {
    label: '确认登记更正',
    article: '条例第四十五条',
    from: [...open, 'concluded', ...again],
    by: heads,
    unless: (matter) =>
      matter.history.correction === null
        ? refusals.noCorrection()
        : whyNotDecide('confirmCorrection', matter, heads, refusals.ownCorrection),
  },
  declineCorrection: {
    label: '不予更正登记',
    article: '条例第四十五条',
    from: [...open, 'concluded', ...again],
    by: ['clerk', 'unitHead', 'ogiHead'],
    unless: (matter) => (matter.history.correction === null ? refusals.noCorrection() : notItsHead(matter)),
  },
  correctOpinion: {
    label: '更正登记的意见',
    article: '条例第三十二条、第三十四条',
    from: [...open, 'reanswering'],
    by: ['clerk'],
    unless: ({ history }) =>
      history.consultations.every(({ answeredOn }) => answeredOn === null) && refusals.noOpinionYet(),
  },
} as const satisfies Record<StepName, Step>

export const stepNames = namesOf<StepName>(steps)
