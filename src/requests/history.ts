import type { PlainDate } from '../days/plain-date.ts'
import { type Chain, keptSignatures, type Signature } from '../review/chain.ts'
import { type EventData, type EventKind, type EventOf, eventsOf, type Opinion, type RequestEvent } from './event.ts'
import {
  asCorrected,
  foldLetters,
  isInLetters,
  type ReturnedLetter,
  sendsLetter,
  signatureOf,
  type WaitingLetter,
} from './fold-letters.ts'
import type { LetterKind } from './letters/letter.ts'
import type { RequestStatus } from './request-status.ts'

/** A third party (art. 32) or co-making organ (art. 34) that was asked. */
export interface Consultation {
  readonly id: number
  readonly party: 'thirdParty' | 'coOrgan'
  readonly label: string
  readonly about: string
  readonly sentOn: PlainDate
  /** The day it reached the other side, from which its fifteen working days run. */
  readonly deliveredOn: PlainDate | null
  readonly answeredOn: PlainDate | null
  /** The event that tells of the answer. */
  readonly answeredBy?: number | null
  readonly opinion: Opinion | null
  readonly reason: string
  /** Art. 32: told in writing that the organ discloses in spite of the objection. */
  readonly notifiedOn: PlainDate | null
}

/** What happened to a request, folded from its events. The clock and every step are functions of it. */
export interface RequestHistory {
  readonly status: RequestStatus
  readonly lastSeq: number
  readonly arrivedOn: PlainDate | null
  readonly receivedOn: PlainDate | null
  readonly assignment: EventData<'assigned'> | null
  readonly isSplit: boolean
  /** What was asked for before it was split, in the applicant's own words; null where it never was. */
  readonly askedBefore: string | null
  readonly supplement: {
    /** Null where a ledger tells only of its arrival. */
    readonly requestedOn: PlainDate | null
    readonly dueOn: PlainDate | null
    readonly receivedOn: PlainDate | null
    readonly items: string
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
  readonly draft: (EventData<'answerDrafted'> & { readonly on: PlainDate; readonly by: RequestEvent['actor'] }) | null
  /** The last draft that was sent back, and why. */
  readonly returned: { readonly draft: EventData<'answerDrafted'>; readonly reason: string } | null
  readonly approvals: readonly Signature[]
  /** Letters on the way to the answer that are up for approval. */
  readonly waiting: readonly WaitingLetter[]
  /** The letters that were sent back, each with why, until one takes its place; the oldest first. */
  readonly returnedLetters: readonly ReturnedLetter[]
  /** The events that sent a letter of ours. */
  readonly sentLetters: readonly number[]
  /** That the applicant takes it back, as a clerk has taken it down and a second person has still to confirm. */
  readonly withdrawal: (EventData<'withdrawalProposed'> & { readonly by: RequestEvent['actor'] }) | null
  readonly conclusion: {
    readonly on: PlainDate
    readonly outcome: string | null
    readonly letterNumber: string | null
  } | null
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
  const all = <Kind extends EventKind>(kind: Kind): EventOf<Kind>[] => eventsOf(facts, kind)
  const first = <Kind extends EventKind>(kind: Kind): EventOf<Kind> | undefined => all(kind)[0]
  const money = (fact: RequestEvent | undefined) =>
    fact ? { on: fact.happenedOn, amount: fact.amount ?? '0.00' } : null

  const received = first('received')
  const asked = first('supplementRequested')
  const came = first('supplementReceived')
  const reasons = first('reasonsRequested')
  const delayed = first('delayed')
  const extended = first('extended')
  const concluded = first('concluded')
  const corrected = (kind: LetterKind): PlainDate | null =>
    all('letterCorrected').findLast(({ data }) => data.kind === kind && data.dueOn)?.data.dueOn ?? null
  const history = {
    lastSeq: Math.max(0, ...events.map(({ seq }) => seq)),
    arrivedOn: first('arrived')?.happenedOn ?? null,
    receivedOn: received?.happenedOn ?? null,
    assignment: all('assigned').at(-1)?.data ?? null,
    isSplit: all('split').length > 0,
    askedBefore: first('split')?.data.asked ?? first('arrived')?.data.asked ?? null,
    supplement:
      asked || came
        ? {
            requestedOn: asked?.happenedOn ?? null,
            dueOn: corrected('supplementNotice') ?? asked?.data.dueOn ?? null,
            receivedOn: came?.happenedOn ?? null,
            items: asked ? asCorrected(facts, asked.seq, asked.data.items ?? '') : '',
          }
        : null,
    reasons: reasons
      ? {
          requestedOn: reasons.happenedOn,
          dueOn: corrected('reasonsNotice') ?? reasons.data.dueOn,
          receivedOn: first('reasonsReceived')?.happenedOn ?? null,
          stopsClock: reasons.data.clock === 'stops',
        }
      : null,
    delay: delayed ? { decidedOn: delayed.happenedOn, until: delayed.data.until } : null,
    correction: openCorrection(facts),
    proposal: openProposal(facts),
    extension: extended ? { on: extended.happenedOn, days: extended.data.days ?? null } : null,
    consultations: foldConsultations(facts),
    feeNotified: money(first('feeNotified')),
    feePaid: money(first('feePaid')),
    ...foldDraft(facts),
    ...foldLetters(facts),
    sentLetters: facts.filter(sendsLetter).map(({ seq }) => seq),
    withdrawal: openWithdrawal(facts),
    conclusion: concluded
      ? {
          on: concluded.happenedOn,
          outcome: concluded.data.outcome ?? null,
          letterNumber: concluded.data.letterNumber ?? null,
        }
      : null,
  }
  return { ...history, status: statusOf(history) }
}

function statusOf(history: Omit<RequestHistory, 'status'>): RequestStatus {
  const { conclusion, receivedOn, draft, approvals, supplement, reasons } = history
  if (conclusion) return 'concluded'
  if (!receivedOn) return 'arrived'
  if (draft) return approvals.length < draft.levels.length ? 'approving' : 'approved'
  if (supplement && !supplement.receivedOn) return 'supplementing'
  if (reasons && !reasons.receivedOn) return 'explaining'
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

/** Ledger entries name no consultation: there the first answer belongs to the first one sent. */
function foldConsultations(facts: readonly RequestEvent[]): Consultation[] {
  const all = <
    Kind extends 'consultationSent' | 'consultationDelivered' | 'consultationAnswered' | 'thirdPartyNotified',
  >(
    kind: Kind,
  ) =>
    eventsOf(facts, kind).map((fact, index) => ({
      ...fact,
      consultation: (fact.data as { consultation?: number }).consultation ?? index + 1,
    }))
  const [delivered, answered, notified] = [
    all('consultationDelivered'),
    all('consultationAnswered'),
    all('thirdPartyNotified'),
  ]
  return all('consultationSent').map(({ consultation, data, happenedOn, seq }) => {
    const answer = answered.find((each) => each.consultation === consultation)
    return {
      id: consultation,
      party: data.party ?? 'thirdParty',
      label: data.label ?? '第三方',
      about: asCorrected(facts, seq, data.about ?? ''),
      sentOn: happenedOn,
      deliveredOn: delivered.find((each) => each.consultation === consultation)?.happenedOn ?? null,
      answeredOn: answer?.happenedOn ?? null,
      answeredBy: answer?.seq ?? null,
      opinion: answer?.data.opinion ?? null,
      reason: answer?.data.reason ?? '',
      notifiedOn: notified.find((each) => each.consultation === consultation)?.happenedOn ?? null,
    }
  })
}

/** The chain of the draft; empty where nothing is drafted. Whoever drafted wrote it. */
export const chainOfAnswer = ({ draft, approvals }: Pick<RequestHistory, 'draft' | 'approvals'>): Chain => ({
  levels: draft?.levels ?? [],
  signatures: approvals,
  notBy: new Set(draft?.by.id ? [draft.by.id] : []),
})

/** A draft stands until it is sent back, overtaken, or its request is taken back; a changed text has no approval. */
function foldDraft(facts: readonly RequestEvent[]): Pick<RequestHistory, 'draft' | 'returned' | 'approvals'> {
  let draft: RequestHistory['draft'] = null
  let returned: RequestHistory['returned'] = null
  let approvals: readonly Signature[] = []
  for (const fact of facts) {
    if (fact.kind === 'answerDrafted') {
      draft = { ...fact.data, on: fact.happenedOn, by: fact.actor }
      approvals = []
    } else if (fact.kind === 'answerReturned' && draft && fact.data.to) {
      approvals = keptSignatures(chainOfAnswer({ draft, approvals }), fact.data.to)
    } else if (fact.kind === 'answerReturned' && draft) {
      returned = { draft, reason: fact.data.reason }
      draft = null
      approvals = []
    } else if (fact.kind === 'supplementReceived' || fact.kind === 'reasonsReceived') {
      draft = null
      approvals = []
    } else if (fact.kind === 'concluded' && fact.data.outcome === 'withdrawn') {
      draft = null
      returned = null
      approvals = []
    } else if (fact.kind === 'registrationCorrected' && draft && isInLetters(fact.data)) {
      returned = { draft, reason: '登记已更正，答复中写有更正前的内容，请重新拟答复' }
      draft = null
      approvals = []
    } else if (fact.kind === 'answerApproved' && draft?.hash === fact.data.hash) {
      approvals = [...approvals, signatureOf(draft.levels, fact)]
    }
  }
  return { draft, returned: draft ? null : returned, approvals }
}
