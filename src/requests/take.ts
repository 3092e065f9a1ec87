import { addDays, chineseDate, nextDay, type PlainDate } from '../days/plain-date.ts'
import type { Role } from '../organs/role.ts'
import { refusals } from '../refusal.ts'
import {
  type Absent,
  actsFor,
  type Chain,
  levelInTurn,
  levelsBefore,
  levelWords,
  rolesOf,
  signsInTurn,
  tickedAt,
  unheldLevel,
} from '../review/chain.ts'
import type { AskedLevel } from '../review/level.ts'
import type { Candidate } from '../review/store.ts'
import { isLetterStep, type LetterStep } from './approval-levels.ts'
import { authorsOfAnswer, authorsOfLetter } from './authors.ts'
import { checkAnswer } from './check-answer.ts'
import { confirmBy } from './clock.ts'
import { opposes } from './consulted.ts'
import { corrected, correctionFacts, proposedTyped } from './correct.ts'
import type { EventData, NewEvent } from './event.ts'
import { type FeeStepMatter, feeEffects } from './fees/take-fee.ts'
import type { Consultation } from './fold-consultations.ts'
import { chainOfAnswer } from './fold-draft.ts'
import { chainOfLetter } from './fold-letters.ts'
import type { Letter, LetterKind } from './letters/letter.ts'
import { isHashOf, letterHash } from './letters/letter-hash.ts'
import { whyNot } from './lifecycle.ts'
import { inRound } from './reanswer/fold-rounds.ts'
import type { Standing } from './registration.ts'
import { channelOf, type RequestChannelId } from './request-channel.ts'
import { statusLabel } from './request-status.ts'
import { servedBy } from './service/couriers.ts'
import { serviceWords } from './service/service-words.ts'
import { answerLateOn, firstService, serviceEffects } from './service/take-service.ts'
import { signerOf } from './signer.ts'
import { keptStep, type SentBack, type StepInput, type StepName } from './step-inputs.ts'
import { answerDueOn, isBy, proposersOf, type Step, steps, withdrawalNeedsSecond } from './steps.ts'
import { isLast, letterUp, whyNotLetter, whyNotReturnLetter } from './waiting-letter.ts'
import { type WorkStepMatter, workEffects } from './work/take-work.ts'

export interface TakeMatter
  extends FeeStepMatter,
    Pick<WorkStepMatter, 'assignee' | 'named' | 'toLink' | 'linkedNumber'> {
  readonly channel: RequestChannelId
  /** The record that was begun for what is proposed. */
  readonly recordId?: string
  /** The levels that an answer of this unit goes through here, in order. */
  readonly levels: readonly AskedLevel[]
  /** The levels of the letter of this step before it leaves; none where it leaves at once. */
  readonly letterLevels?: readonly AskedLevel[]
  /** Everybody who could sign in the organ; asked for when something is put up. */
  readonly candidates: readonly Candidate[]
  /** Whether the answer period goes on while an applicant explains; as it was chosen on the day on which the notice leaves. */
  readonly whileExplaining?: 'runs' | 'stops'
  /** The letter that the step sends or puts up for approval, not yet numbered. */
  readonly letter: Letter | null
  /** The kind of the letter that a correction is about. */
  readonly kindToCorrect?: LetterKind
  /** What was seen in the files that an answer gives, with the reasons given. */
  readonly looked?: EventData<'answerDrafted'>['looked']
  /** What is asked for, as it stands, in the applicant's words. */
  readonly asked?: string
  /** The earlier answer that was chosen from the list, as the letter names it. */
  readonly earlierAnswer?: string
  /** What was taken down, where it is to be corrected. */
  readonly standing?: Standing
  /** Numbers of the requests that a split makes. */
  readonly pieces?: readonly string[]
}

/** The day that a person gives for something that has happened: not before `from`, not in the future. */
function happened(matter: TakeMatter, on: PlainDate, from: PlainDate | null): PlainDate {
  const { today, kind } = matter.actor
  const first = from ?? today
  // Online an applicant acts now, whatever day a form may name.
  if (kind === 'applicant' && on !== today) throw refusals.dayOutOfRange('on', chineseDate(today), chineseDate(today))
  if (on > today || on < first) throw refusals.dayOutOfRange('on', chineseDate(first), chineseDate(today))
  return on
}

/** No request is kept waiting for longer; a year typed wrong is not taken for a term. */
const mostDaysGiven = 366

function future({ actor: { today } }: TakeMatter, day: PlainDate, field: string): PlainDate {
  if (day <= today) throw refusals.notAfterToday(field)
  const last = addDays(today, mostDaysGiven)
  if (day > last) throw refusals.dayOutOfRange(field, chineseDate(nextDay(today)), chineseDate(last))
  return day
}

function consultationOf({ history }: TakeMatter, id: number): Consultation {
  const found = history.consultations.find((consultation) => consultation.id === id)
  if (!found) throw refusals.unknownConsultation()
  return found
}

function standingIn({ standing }: TakeMatter): Standing {
  if (!standing) throw refusals.unknownRequest()
  return standing
}

/** What a signature at the level in turn says beside its opinion. Refuses what is still to be ticked. */
function signing(matter: TakeMatter, chain: Chain, checklist: readonly string[] = []) {
  const level = levelInTurn(chain)
  const absent = signsInTurn(chain, signerOf(matter))
  const ticked = level ? tickedAt(level, checklist) : []
  return {
    level: chain.signatures.length + 1,
    ...(absent ? { standsInFor: absent } : {}),
    ...(ticked.length > 0 ? { checklist: ticked } : {}),
  }
}

/** Out of turn the head of the work body sends back; what all have signed, whoever signed it too. */
const returners = (chain: Chain): Role[] => ['ogiHead', ...(levelInTurn(chain) ? [] : rolesOf(chain))]

/** What is said when a matter goes back: to its drafter, or to a level that has signed it. */
function returning(matter: TakeMatter, chain: Chain, { to = 'drafting', category, reason, suggested }: SentBack) {
  if (to !== 'drafting' && !levelsBefore(chain).some(({ id }) => id === to)) throw refusals.notAnEarlierStep()
  const signer = signerOf(matter)
  const inTurn = signsInTurn(chain, signer)
  const absent = inTurn === undefined ? actsFor(signer, returners(chain)) : inTurn
  return {
    level: chain.signatures.length + 1,
    reason,
    ...(category ? { category } : {}),
    ...(suggested ? { suggested } : {}),
    ...(to === 'drafting' ? {} : { to }),
    ...(absent ? { standsInFor: absent } : {}),
  }
}

/** Refuses to put up what nobody could sign at some level. */
function refuseUnsignable(
  { actor, candidates }: TakeMatter,
  levels: readonly AskedLevel[],
  authors: readonly string[],
): void {
  const unheld = unheldLevel(levels, new Set(actor.id === null ? authors : [...authors, actor.id]), candidates)
  if (unheld) throw refusals.levelUnheld(levelWords(unheld.level), unheld.barred)
}

const labels = '甲乙丙丁戊己庚辛壬癸'

type Effects = {
  readonly [Name in StepName]: (matter: TakeMatter, input: StepInput<Name>) => NewEvent | NewEvent[]
}

const effects: Effects = {
  confirmReceipt: (matter, { on, method, evidence, lateReason }) => {
    const happenedOn = happened(matter, on, matter.history.arrivedOn)
    const { arrivedOn } = matter.history
    const due = arrivedOn && confirmBy(matter.calendar, arrivedOn)
    if (due && on > due && !lateReason) throw refusals.lateReasonMissing('确认收到申请', chineseDate(due))
    return {
      kind: 'received',
      happenedOn,
      data: {
        rule: channelOf(matter.channel).rule,
        confirmation: { by: matter.actor.name, method, evidence },
        ...(lateReason ? { lateReason } : {}),
      },
    }
  },
  ...workEffects,
  proposePublication: ({ actor, recordId = '' }, { ground, title }) => ({
    kind: 'publicationProposed',
    happenedOn: actor.today,
    data: { ground, title, recordId },
  }),
  split: ({ actor, pieces = [], asked }, input) => ({
    kind: 'split',
    happenedOn: actor.today,
    data: { numbers: [...pieces], kept: input.pieces[0] ?? '', ...(asked === undefined ? {} : { asked }) },
  }),
  requestSupplement: (matter, { items, dueOn }) => ({
    kind: 'supplementRequested',
    happenedOn: matter.actor.today,
    data: { items, dueOn: future(matter, dueOn, 'dueOn'), letter: matter.letter },
  }),
  receiveSupplement: (matter, { on, text }) => ({
    kind: 'supplementReceived',
    happenedOn: happened(matter, on, matter.history.supplement?.requestedOn ?? null),
    data: { text },
  }),
  requestReasons: (matter, { facts, dueOn }) => ({
    kind: 'reasonsRequested',
    happenedOn: matter.actor.today,
    data: {
      facts,
      dueOn: future(matter, dueOn, 'dueOn'),
      letter: matter.letter,
      ...(matter.whileExplaining === 'stops' ? { clock: 'stops' as const } : {}),
    },
  }),
  receiveReasons: (matter, { on, text }) => ({
    kind: 'reasonsReceived',
    happenedOn: happened(matter, on, matter.history.reasons?.requestedOn ?? null),
    data: { text },
  }),
  delayAnswer: (matter, { until, reason }) => {
    const due = answerDueOn(matter)
    if (due && until <= due) throw refusals.delayNotLater(chineseDate(due))
    return {
      kind: 'delayed',
      happenedOn: matter.actor.today,
      data: { until: future(matter, until, 'until'), reason, letter: matter.letter },
    }
  },
  consult: ({ actor, history, letter }, { party, about }) => {
    const same = history.consultations.filter((each) => each.party === party).length
    const label = `${party === 'thirdParty' ? '第三方' : '共同制作机关'}${labels[same] ?? same + 1}`
    const consultation = history.consultations.length + 1
    return { kind: 'consultationSent', happenedOn: actor.today, data: { consultation, party, label, about, letter } }
  },
  deliverConsultation: (matter, { consultation, on }) => {
    const { deliveredOn, answeredOn, sentOn } = consultationOf(matter, consultation)
    if (deliveredOn) throw refusals.consultationDelivered()
    if (answeredOn) throw refusals.consultationAnswered()
    return { kind: 'consultationDelivered', happenedOn: happened(matter, on, sentOn), data: { consultation } }
  },
  answerConsultation: (matter, { consultation, on, opinion, reason }) => {
    const { answeredOn, deliveredOn, sentOn } = consultationOf(matter, consultation)
    if (answeredOn) throw refusals.consultationAnswered()
    if (opposes({ opinion }) && !reason) throw refusals.recordMissing('不同意公开的内容和理由', 'reason')
    return {
      kind: 'consultationAnswered',
      happenedOn: happened(matter, on, deliveredOn ?? sentOn),
      data: { consultation, opinion, reason },
    }
  },
  notifyThirdParty: (matter, { consultation, reason }) => {
    const { party, opinion, notifiedOn } = consultationOf(matter, consultation)
    if (party !== 'thirdParty' || !opposes({ opinion })) throw refusals.thirdPartyNotObjecting()
    if (notifiedOn) throw refusals.thirdPartyNotified()
    return {
      kind: 'thirdPartyNotified',
      happenedOn: matter.actor.today,
      data: { consultation, reason, letter: matter.letter },
    }
  },
  ...feeEffects,
  proposeExtension: ({ actor }, data) => ({ kind: 'extensionProposed', happenedOn: actor.today, data }),
  extendReply: ({ actor, letter }, { days, reason }) => ({
    kind: 'extended',
    happenedOn: actor.today,
    data: { days, reason, letter },
  }),
  declineExtension: ({ actor }, data) => ({ kind: 'extensionDeclined', happenedOn: actor.today, data }),
  draftAnswer: (matter, { asCodes: _, confirmations: __, ...input }) => {
    const outcome = checkAnswer(matter, { ...input, record: matter.earlierAnswer ?? input.record })
    if (!matter.letter) throw refusals.outcomeNotOffered()
    const authors = authorsOfAnswer(matter.history, input, matter.actor.id)
    refuseUnsignable(matter, matter.levels, authors)
    return {
      kind: 'answerDrafted',
      happenedOn: matter.actor.today,
      data: {
        ...input,
        record: matter.earlierAnswer ?? input.record,
        outcome: outcome.id,
        looked: [...(matter.looked ?? [])],
        letter: matter.letter,
        hash: letterHash(matter.letter),
        levels: [...matter.levels],
        authors,
      },
    }
  },
  correctLetter: (matter, { letter: of, reason, service, dueOn }) => {
    const { actor, history, letter, kindToCorrect: kind } = matter
    if (!history.sentLetters.includes(of) || !kind || !letter?.correction) throw refusals.unknownLetter()
    const day = dueOn && future(matter, dueOn, 'dueOn')
    return {
      kind: 'letterCorrected',
      happenedOn: actor.today,
      data: { of, kind, reason, service: servedBy(service), dueOn: day, letter },
    }
  },
  approveLetter: (matter, { draft, hash, opinion, checklist }) => {
    const { actor, history } = matter
    const letter = letterUp(history, draft, hash)
    const shut = whyNotLetter(letter, matter)
    if (shut) throw shut
    const signed = signing(matter, chainOfLetter(letter), checklist)
    return { kind: 'letterApproved', happenedOn: actor.today, data: { draft, hash, opinion, ...signed } }
  },
  returnLetter: (matter, { draft, hash, ...said }) => {
    const { actor, history } = matter
    const letter = letterUp(history, draft, hash)
    const shut = whyNotReturnLetter(letter, matter)
    if (shut) throw shut
    const back = returning(matter, chainOfLetter(letter), said)
    return { kind: 'letterReturned', happenedOn: actor.today, data: { draft, hash, ...back } }
  },
  approveAnswer: (matter, { hash, opinion, checklist }) => {
    const { actor, history } = matter
    if (hash !== history.draft?.hash) throw refusals.hashChanged()
    const signed = signing(matter, chainOfAnswer(history), checklist)
    return { kind: 'answerApproved', happenedOn: actor.today, data: { hash, opinion, ...signed } }
  },
  returnAnswer: (matter, { hash, ...said }) => {
    const { actor, history } = matter
    if (hash !== history.draft?.hash) throw refusals.hashChanged()
    const back = returning(matter, chainOfAnswer(history), said)
    return { kind: 'answerReturned', happenedOn: actor.today, data: { hash, ...back } }
  },
  recallAnswer: ({ actor, history: { draft, approvals } }, { hash, reason }) => {
    if (hash !== draft?.hash) throw refusals.hashChanged()
    const data = { level: approvals.length + 1, hash, reason, recalled: true } as const
    return { kind: 'answerReturned', happenedOn: actor.today, data }
  },
  recallLetter: ({ actor, history }, { draft, hash, reason }) => {
    const letter = letterUp(history, draft, hash)
    if (!isBy(actor, letter)) throw refusals.notYourDraft()
    const data = { draft, level: letter.approvals.length + 1, hash, reason, recalled: true } as const
    return { kind: 'letterReturned', happenedOn: actor.today, data }
  },
  ...serviceEffects,
  issueAnswer: (matter, { hash, lateReason, ...typed }) => {
    const { history, letter } = matter
    const { draft } = history
    // That every level approved this very text is what the status says: an approval of another text counts for nothing.
    if (hash !== draft?.hash || !letter || !isHashOf(hash, letter)) throw refusals.hashChanged()
    const served = firstService(matter, typed)
    const { happenedOn } = served
    const due = answerLateOn(matter, draft.outcome, happenedOn)
    if (due && !lateReason) throw refusals.lateReasonMissing('答复', chineseDate(due))
    const { outcome } = draft
    const data = { outcome, letterNumber: letter.number, hash, service: serviceWords(served.data) }
    return [served, { kind: 'concluded', happenedOn, data: { ...data, ...(lateReason ? { lateReason } : {}) } }]
  },
  withdraw: (matter, { reason, on, evidence, fileIds }) => {
    const { actor, history } = matter
    // Online the applicant's own act is the paper.
    if (actor.kind === 'applicant') return { kind: 'withdrawn', happenedOn: actor.today, data: { reason } }
    if (fileIds.length === 0 && !(on && evidence)) throw refusals.withdrawalUnproven()
    const proof = { on: on && happened(matter, on, history.arrivedOn), evidence, fileIds }
    const kind = withdrawalNeedsSecond(matter) ? 'withdrawalProposed' : 'withdrawn'
    return { kind, happenedOn: actor.today, data: { reason, proof } }
  },
  confirmWithdrawal: ({ actor, history: { withdrawal } }, { opinion }) => {
    if (!withdrawal) throw refusals.noWithdrawal()
    const { reason, proof } = withdrawal
    const said = [reason, opinion && `核对意见：${opinion}`].filter((part) => part !== '').join('；')
    return { kind: 'withdrawn', happenedOn: actor.today, data: { reason: said, proof } }
  },
  declineWithdrawal: ({ actor }, data) => ({ kind: 'withdrawalDeclined', happenedOn: actor.today, data }),
  reissueReceipt: ({ actor }, { shown, checked, reason }) => ({
    kind: 'receiptReissued',
    happenedOn: actor.today,
    data: { shown, checked, reason },
  }),
  correctRegistration: (matter, { to, reason }) => {
    const { actor } = matter
    const standing = standingIn(matter)
    const correction = corrected(actor, standing, to, reason)
    return correction.needsSecond
      ? { kind: 'correctionProposed', happenedOn: actor.today, data: correction.change }
      : correctionFacts(actor, standing, correction, '')
  },
  confirmCorrection: (matter) => {
    const { actor, history } = matter
    const standing = standingIn(matter)
    if (!history.correction) throw refusals.noCorrection()
    const { by, reason } = history.correction
    return correctionFacts(
      actor,
      standing,
      corrected(actor, standing, proposedTyped(history.correction), reason),
      by.name,
    )
  },
  declineCorrection: ({ actor }, data) => ({ kind: 'correctionDeclined', happenedOn: actor.today, data }),
  correctOpinion: (matter, { consultation, on, opinion, reason, correction }) => {
    const { answeredOn, answeredBy, deliveredOn, sentOn, notifiedOn } = consultationOf(matter, consultation)
    if (!answeredOn || !answeredBy) throw refusals.noOpinionYet()
    if (notifiedOn) throw refusals.opinionRelied()
    if (matter.history.draft) throw refusals.draftRelies()
    if (matter.history.waiting.some(({ step }) => step === 'notifyThirdParty')) throw refusals.letterRelies()
    if (opposes({ opinion }) && !reason) throw refusals.recordMissing('不同意公开的内容和理由', 'reason')
    return {
      kind: 'consultationAnswered',
      happenedOn: happened(matter, on, deliveredOn ?? sentOn),
      data: { consultation, opinion, reason, correction },
      supersedes: answeredBy,
    }
  },
}

/** The events that the step adds to the history. Refuses what `whyNot` refuses, and input that does not fit the case. */
export function take<Name extends StepName>(name: Name, matter: TakeMatter, input: StepInput<Name>): NewEvent[] {
  const refusal = whyNot(name, matter)
  if (refusal) throw refusal
  if (isLetterStep(name) && matter.letterLevels && matter.letterLevels.length > 0 && matter.letter) {
    // What the step would do is tried, so that nothing is put up that could not be sent.
    effects[name](matter, input)
    const { letter, letterLevels } = matter
    const filledIn = { step: name, input: { ...input } }
    const authors = authorsOfLetter(matter.history, filledIn, matter.actor.id)
    refuseUnsignable(matter, letterLevels, authors)
    const data = { ...filledIn, letter, hash: letterHash(letter), levels: [...letterLevels], authors }
    return [{ kind: 'letterDrafted', happenedOn: matter.actor.today, data }]
  }
  const absent = actsFor(signerOf(matter), steps[name].by.filter(isStaff), proposersOf(name, matter.history))
  const events = [effects[name](matter, input)].flat().map((event) => inPlace(event, absent ?? null))
  const [event] = events
  if (event?.kind === 'letterApproved') return [event, ...sent(matter, event.data)]
  if (event?.kind !== 'withdrawn') return inRound(matter.history, events)
  // A request that is taken back ends there. That its receipt was never confirmed stays true: `countsFrom` gives it its year.
  return [
    event,
    {
      kind: 'concluded',
      happenedOn: matter.actor.today,
      data: { outcome: 'withdrawn', letterNumber: null, hash: null, service: '' },
    },
  ]
}

const isStaff = (by: Step['by'][number]): by is Role => by !== 'applicant' && by !== 'asked'

type Decision = Extract<NewEvent, { readonly data: { readonly standsInFor?: unknown } }>

/** A decision that a stand-in takes says whose it was. */
function inPlace(event: NewEvent, absent: Absent | null): NewEvent {
  if (!absent) return event
  const said = <Event extends Decision>(decision: Event): Event => ({
    ...decision,
    data: { ...decision.data, standsInFor: absent },
  })
  switch (event.kind) {
    case 'extended':
    case 'extensionDeclined':
    case 'delayed':
    case 'withdrawn':
    case 'withdrawalDeclined':
    case 'registrationCorrected':
    case 'correctionDeclined':
    case 'feeWaived':
      return said(event)
    default:
      return event
  }
}

/** With its last approval a letter leaves: its step is done then, if it may still be. */
function sent(matter: TakeMatter, { draft, hash }: { readonly draft: number; readonly hash: string }): NewEvent[] {
  const up = letterUp(matter.history, draft, hash)
  const refusal = whyNotLetter(up, matter)
  if (refusal) throw refusal
  if (!isLast(up)) return []
  const step: Step = steps[up.step]
  if (!step.from.includes(matter.history.status)) throw refusals.closedInStatus(statusLabel(matter.history.status))
  // It is no longer up itself.
  const history = { ...matter.history, waiting: matter.history.waiting.filter((each) => each !== up) }
  const shut = step.unless?.({ ...matter, history })
  if (shut) throw shut
  if (!matter.letter || !isHashOf(hash, matter.letter)) throw refusals.hashChanged()
  return doStep(up.step, matter, up.input)
}

const doStep = <Name extends LetterStep>(name: Name, matter: TakeMatter, input: unknown): NewEvent[] =>
  [effects[name](matter, keptStep(name, input).input)].flat()

/** What the step leads to: of a correction that a second person has to confirm, what happens when they have. */
export function inTheEnd<Name extends StepName>(name: Name, matter: TakeMatter, input: StepInput<Name>): NewEvent[] {
  const added = take(name, matter, input)
  const [first] = added
  if (first?.kind !== 'correctionProposed') return added
  const standing = standingIn(matter)
  const { reason } = first.data
  const correction = corrected(matter.actor, standing, proposedTyped(first.data), reason)
  return correctionFacts(matter.actor, standing, correction, matter.actor.name)
}
