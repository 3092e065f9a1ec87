import type { PlainDate } from '../days/plain-date.ts'
import { type EventData, type EventKind, type EventOf, eventsOf, type RequestEvent } from './event.ts'
import { type FeeState, foldFee, isAwaited } from './fees/fold-fee.ts'
import { type Consultation, foldConsultations } from './fold-consultations.ts'
import { type DraftState, foldDraft } from './fold-draft.ts'
import { asCorrected, foldLetters, type ReturnedLetter, sendsLetter, type WaitingLetter } from './fold-letters.ts'
import type { LetterKind } from './letters/letter.ts'
import { foldRounds, openRound, type Round, statusInRound } from './reanswer/fold-rounds.ts'
import type { RequestStatus } from './request-status.ts'
import { dutyMetOn, foldService, type LetterService, serviceOf } from './service/fold-service.ts'
import { foldWork, type WorkState } from './work/fold-work.ts'

/** What happened to a request, folded from its events. The clock and every step are functions of it. */
export interface RequestHistory extends DraftState, WorkState {
  readonly status: RequestStatus
  readonly lastSeq: number
  readonly arrivedOn: PlainDate | null
  readonly receivedOn: PlainDate | null
  readonly isSplit: boolean
  /** What was asked for before it was split, in the applicant's own words; null where it never was. */
  readonly askedBefore: string | null
  readonly supplement: {
    /** Null where a ledger tells only of its arrival. */
    readonly requestedOn: PlainDate | null
    readonly dueOn: PlainDate | null
    readonly receivedOn: PlainDate | null
    readonly items: string
    /** What the applicant supplemented, as it was taken down. */
    readonly said: string
    /** In the words of a clerk, and not in the applicant's own. */
    readonly isNoted: boolean
  } | null
  readonly reasons: {
    readonly requestedOn: PlainDate
    readonly dueOn: PlainDate
    readonly receivedOn: PlainDate | null
    /** The answer period stops until then, as the organ had chosen when the notice left. */
    readonly stopsClock: boolean
  } | null
  readonly delay: { readonly decidedOn: PlainDate; readonly until: PlainDate } | null
  /** A correction of the registration that a second person has not yet confirmed. */
  readonly correction: (EventData<'correctionProposed'> & { readonly by: RequestEvent['actor'] }) | null
  readonly proposal: { readonly days: number; readonly reason: string; readonly by: RequestEvent['actor'] } | null
  readonly extension: { readonly on: PlainDate; readonly days: number | null } | null
  readonly consultations: readonly Consultation[]
  readonly feeNotified: { readonly on: PlainDate; readonly amount: string } | null
  readonly feePaid: { readonly on: PlainDate; readonly amount: string } | null
  /** The fee that was charged here; null where none was, or where a ledger tells of it. */
  readonly fee: FeeState | null
  /** Letters on the way to the answer that are up for approval. */
  readonly waiting: readonly WaitingLetter[]
  /** The letters that were sent back, each with why, until one takes its place; the oldest first. */
  readonly returnedLetters: readonly ReturnedLetter[]
  /** The events that sent a letter of ours. */
  readonly sentLetters: readonly number[]
  /** How each letter of ours was served, the corrections of letters included. */
  readonly service: readonly LetterService[]
  /** That the applicant takes it back, as a clerk has taken it down and a second person has still to confirm. */
  /** What was proposed to be public for all, in the order of the proposals. */
  readonly proposals: readonly EventData<'publicationProposed'>[]
  readonly withdrawal: (EventData<'withdrawalProposed'> & { readonly by: RequestEvent['actor'] }) | null
  readonly conclusion: {
    /** Of an answer the day on which its service met the duty to tell; where no attempt is known, or none counts, that of the event. */
    readonly on: PlainDate
    readonly by: number
    readonly outcome: string | null
    readonly letterNumber: string | null
  } | null
  /** The answers that were given again; what the first one was and where it counts stays. */
  readonly rounds: readonly Round[]
}

/** The events that stand: not superseded and not voided. A correction takes the place of what it corrects. */
export function effectiveEvents(events: readonly RequestEvent[]): RequestEvent[] {
  const superseded = new Set(events.map(({ supersedes }) => supersedes))
  const places = new Map<number, number>()
  for (const { seq, supersedes } of [...events].sort((a, b) => a.seq - b.seq))
    places.set(seq, supersedes === null ? seq : (places.get(supersedes) ?? seq))
  const place = ({ seq }: RequestEvent) => places.get(seq) ?? seq
  return events.filter(({ kind, seq }) => kind !== 'voided' && !superseded.has(seq)).sort((a, b) => place(a) - place(b))
}

/** Folds a history from its events, whatever their order of arrival; corrections count, what they corrected does not. */
export function foldHistory(events: readonly RequestEvent[]): RequestHistory {
  const facts = effectiveEvents(events)
  const service = foldService(events, facts)
  const history = {
    lastSeq: Math.max(0, ...events.map(({ seq }) => seq)),
    ...foldArrival(facts),
    ...foldWork(facts),
    supplement: foldSupplement(facts),
    reasons: foldReasons(facts),
    delay: foldDelay(facts),
    correction: openCorrection(facts),
    proposal: openProposal(facts),
    extension: foldExtension(facts),
    consultations: foldConsultations(facts),
    feeNotified: amountOf(facts, 'feeNotified'),
    feePaid: amountOf(facts, 'feePaid'),
    fee: foldFee(facts),
    ...foldDraft(facts),
    ...foldLetters(facts),
    sentLetters: facts.filter(sendsLetter).map(({ seq }) => seq),
    service,
    withdrawal: openWithdrawal(facts),
    proposals: facts.flatMap((event) => (event.kind === 'publicationProposed' ? [event.data] : [])),
    conclusion: foldConclusion(facts, service),
    rounds: foldRounds(facts),
  }
  return { ...history, status: statusOf(history) }
}

const first = <Kind extends EventKind>(facts: readonly RequestEvent[], kind: Kind): EventOf<Kind> | undefined =>
  eventsOf(facts, kind)[0]

/** How it came in, whose it is, and whether it was split. */
function foldArrival(
  facts: readonly RequestEvent[],
): Pick<RequestHistory, 'arrivedOn' | 'receivedOn' | 'isSplit' | 'askedBefore'> {
  const arrived = first(facts, 'arrived')
  const split = first(facts, 'split')
  return {
    arrivedOn: arrived?.happenedOn ?? null,
    receivedOn: first(facts, 'received')?.happenedOn ?? null,
    isSplit: split !== undefined,
    askedBefore: split?.data.asked ?? arrived?.data.asked ?? null,
  }
}

/** Art. 30: what was asked of the applicant, once, and whether it has come. */
function foldSupplement(facts: readonly RequestEvent[]): RequestHistory['supplement'] {
  const asked = first(facts, 'supplementRequested')
  const came = first(facts, 'supplementReceived')
  if (!asked && !came) return null
  return {
    requestedOn: asked?.happenedOn ?? null,
    dueOn: correctedDueOn(facts, 'supplementNotice') ?? asked?.data.dueOn ?? null,
    receivedOn: came?.happenedOn ?? null,
    items: asked ? asCorrected(facts, asked.seq, asked.data.items ?? '') : '',
    said: came?.data.text ?? '',
    isNoted: came?.actor.kind === 'staff',
  }
}

/** Art. 35: the reasons for asking so much or so often. */
function foldReasons(facts: readonly RequestEvent[]): RequestHistory['reasons'] {
  const asked = first(facts, 'reasonsRequested')
  if (!asked) return null
  return {
    requestedOn: asked.happenedOn,
    dueOn: correctedDueOn(facts, 'reasonsNotice') ?? asked.data.dueOn,
    receivedOn: first(facts, 'reasonsReceived')?.happenedOn ?? null,
    stopsClock: asked.data.clock === 'stops',
  }
}

/** Until when the applicant has time by the last letter that corrected a notice of this kind; null where none moved the day. */
const correctedDueOn = (facts: readonly RequestEvent[], notice: LetterKind): PlainDate | null =>
  eventsOf(facts, 'letterCorrected').findLast(({ data }) => data.kind === notice && data.dueOn)?.data.dueOn ?? null

function foldDelay(facts: readonly RequestEvent[]): RequestHistory['delay'] {
  const delayed = first(facts, 'delayed')
  return delayed ? { decidedOn: delayed.happenedOn, until: delayed.data.until } : null
}

function foldExtension(facts: readonly RequestEvent[]): RequestHistory['extension'] {
  const extended = first(facts, 'extended')
  return extended ? { on: extended.happenedOn, days: extended.data.days ?? null } : null
}

function amountOf(facts: readonly RequestEvent[], kind: 'feeNotified' | 'feePaid'): RequestHistory['feePaid'] {
  const fact = first(facts, kind)
  return fact ? { on: fact.happenedOn, amount: fact.amount ?? '0.00' } : null
}

function foldConclusion(
  facts: readonly RequestEvent[],
  service: readonly LetterService[],
): RequestHistory['conclusion'] {
  const concluded = first(facts, 'concluded')
  if (!concluded) return null
  const { outcome, letterNumber } = concluded.data
  const on = dutyMetOn(serviceOf(service, concluded.seq)?.attempts ?? []) ?? concluded.happenedOn
  return { on, by: concluded.seq, outcome: outcome ?? null, letterNumber: letterNumber ?? null }
}

function statusOf(history: Omit<RequestHistory, 'status'>): RequestStatus {
  const { conclusion, receivedOn, draft, approvals, supplement, reasons, fee } = history
  if (conclusion) return openRound(history) ? statusInRound(history) : 'concluded'
  if (!receivedOn) return 'arrived'
  if (draft) return approvals.length < draft.levels.length ? 'approving' : 'approved'
  if (supplement && !supplement.receivedOn) return 'supplementing'
  if (reasons && !reasons.receivedOn) return 'explaining'
  if (isAwaited(fee)) return 'awaitingPayment'
  return 'processing'
}

/** The proposal that the head of the work body has not yet decided. */
function openProposal(facts: readonly RequestEvent[]): RequestHistory['proposal'] {
  const last = facts.findLast(
    ({ kind }) => kind === 'extensionProposed' || kind === 'extended' || kind === 'extensionDeclined',
  )
  return last?.kind === 'extensionProposed' ? { ...last.data, by: last.actor } : null
}

function openWithdrawal(facts: readonly RequestEvent[]): RequestHistory['withdrawal'] {
  const last = facts.findLast(({ kind }) => kind === 'withdrawalProposed' || kind === 'withdrawalDeclined')
  return last?.kind === 'withdrawalProposed' ? { ...last.data, by: last.actor } : null
}

function openCorrection(facts: readonly RequestEvent[]): RequestHistory['correction'] {
  const last = facts.findLast(
    ({ kind }) => kind === 'correctionProposed' || kind === 'registrationCorrected' || kind === 'correctionDeclined',
  )
  return last?.kind === 'correctionProposed' ? { ...last.data, by: last.actor } : null
}
