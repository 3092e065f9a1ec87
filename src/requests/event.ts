import { z } from 'zod'
import { PlainDate } from '../days/plain-date.ts'
import { Absent } from '../review/chain.ts'
import { AskedLevels, LevelId } from '../review/level.ts'
import { returnReasonIds } from '../review/return-reasons.ts'
import { letterSteps } from './approval-levels.ts'
import { feeBasisIds } from './fees/fee-basis.ts'
import { identityShownIds } from './identity-shown.ts'
import { Letter, letterKindIds } from './letters/letter.ts'
import { opinionsReliedOn } from './opinions-relied-on.ts'
import { outcomeIds } from './outcome-choices.ts'
import { PublicationProposed } from './proposal/proposal.ts'
import { ReanswerOrder } from './reanswer/order.ts'
import { Attempted, ResultKnown } from './service/attempt.ts'
import { WithheldPart } from './withheld-part.ts'
import { Charged, Named, workEventData } from './work/work-events.ts'

/** Yuan, two decimals, as text: no floating money. */
export const Yuan = z.string().regex(/^-?\d{1,12}\.\d{2}$/, '金额写法如 1234.50')

/** How the day of receipt was found, by channel (art. 31). */
export const receiptRules = ['submittedInPerson', 'signedFor', 'confirmedWithApplicant', 'confirmedByBoth'] as const

const Confirmation = z.strictObject({ by: z.string(), method: z.string(), evidence: z.string() })

/** The search that "not held" rests on: courts ask for it. */
export const SearchRecord = z.strictObject({
  searchedBy: z.string(),
  searchedOn: PlainDate,
  systems: z.string(),
  keywords: z.string(),
  scope: z.string(),
  result: z.string(),
})
export type SearchRecord = z.infer<typeof SearchRecord>

/** That the applicant has taken the request back: when and how the organ came to know, and the papers. */
export const WithdrawalProof = z.strictObject({
  on: PlainDate.nullable(),
  evidence: z.string(),
  fileIds: z.array(z.string()),
})
export type WithdrawalProof = z.infer<typeof WithdrawalProof>

/** What a third party or a co-making organ may say; in part: the rest is objected to. */
export const opinions = ['agrees', 'agreesInPart', 'objects'] as const
export type Opinion = (typeof opinions)[number]
const Looked = z.strictObject({
  fileId: z.string(),
  kind: z.string(),
  severity: z.enum(['block', 'confirm', 'hint']),
  where: z.string(),
  reason: z.string(),
})

const Registered = z.record(z.string(), z.string())
/** What a correction of the registration says: each field as it was and as it should be; those of persons are kept encrypted. */
export const RegistrationChange = z.strictObject({
  reason: z.string(),
  from: Registered,
  to: Registered,
  personal: z.strictObject({ from: Registered, to: Registered }).nullable(),
})
export type RegistrationChange = z.infer<typeof RegistrationChange>

/** Whose decision it was, where a stand-in took it. */
const inPlaceOf = { standsInFor: Absent.optional() }
/** Whose words stand in it, beside whoever puts it up; absent in events of before 0.3. */
const writtenBy = { authors: z.array(z.string()).optional() }
const signedData = { ...inPlaceOf, checklist: z.array(z.string()).optional() }
/** `to`: the level that it goes back to; to the drafter where nothing is said. */
const returnedData = {
  ...inPlaceOf,
  to: LevelId.optional(),
  category: z.enum(returnReasonIds).optional(),
  suggested: z.string().optional(),
  /** Whoever put it up has taken it back. */
  recalled: z.literal(true).optional(),
}

const firstEventData = {
  /** `asked`: of a piece, the whole of what was asked for in the applicant's own words. */
  arrived: z.strictObject({ note: z.string(), asked: z.string() }).partial(),
  received: z
    .strictObject({ rule: z.enum(receiptRules), confirmation: Confirmation.nullable(), lateReason: z.string() })
    .partial(),
  /** `accepts`: the event that had offered it to this unit. */
  assigned: Charged.extend({ accepts: z.number().int().optional(), ...inPlaceOf }),
  ...workEventData,
  publicationProposed: PublicationProposed,
  /** `asked`: what was asked for before, in the applicant's own words. */
  split: z.strictObject({ numbers: z.array(z.string()), kept: z.string(), asked: z.string().optional() }),
  supplementRequested: z.strictObject({ items: z.string(), dueOn: PlainDate, letter: Letter.nullable() }).partial(),
  supplementReceived: z.strictObject({ text: z.string() }).partial(),
  /** `clock`: the organ had chosen that the answer period stops meanwhile; absent, it runs. */
  reasonsRequested: z.strictObject({
    facts: z.string(),
    dueOn: PlainDate,
    letter: Letter.nullable(),
    clock: z.literal('stops').optional(),
  }),
  reasonsReceived: z.strictObject({ text: z.string() }),
  delayed: z.strictObject({ until: PlainDate, reason: z.string(), letter: Letter.nullable(), ...inPlaceOf }),
  extensionProposed: z.strictObject({ days: z.number().int(), reason: z.string() }),
  extended: z
    .strictObject({ days: z.number().int(), reason: z.string(), letter: Letter.nullable(), ...inPlaceOf })
    .partial(),
  extensionDeclined: z.strictObject({ reason: z.string(), ...inPlaceOf }),
  consultationSent: z
    .strictObject({
      consultation: z.number().int(),
      party: z.enum(['thirdParty', 'coOrgan']),
      label: z.string(),
      about: z.string(),
      letter: Letter.nullable(),
    })
    .partial(),
  consultationDelivered: z.strictObject({ consultation: z.number().int() }),
  consultationAnswered: z
    .strictObject({
      consultation: z.number().int(),
      opinion: z.enum(opinions),
      reason: z.string(),
      /** Why it takes the place of what was recorded before. */
      correction: z.string(),
    })
    .partial(),
  thirdPartyNotified: z.strictObject({ consultation: z.number().int(), reason: z.string(), letter: Letter.nullable() }),
  /** Of a fee that is charged here: how it was reckoned, as its notice told it; a ledger tells the amount only. */
  feeNotified: z
    .strictObject({
      basis: z.enum(feeBasisIds),
      /** The natural month in which it counts: `2026-06`. */
      month: z.string(),
      /** The applicant's pieces of that month before this one. */
      counted: z.array(z.strictObject({ id: z.string(), number: z.string() })),
      pages: z.number().int().nullable(),
      pagesBefore: z.number().int(),
      way: z.string(),
      code: z.string(),
      /** The organ had chosen that the period goes on after payment; absent, it begins anew. */
      clock: z.literal('resumes').optional(),
      letter: Letter.nullable(),
    })
    .partial(),
  /** The notice has reached the applicant; `correction`: why it takes the place of what was recorded before. */
  feeDelivered: z.strictObject({ how: z.string(), correction: z.string() }),
  feePaid: z.strictObject({ receiptNumber: z.string() }).partial(),
  feeWaived: z.strictObject({ reason: z.string(), ...inPlaceOf }),
  feeRefunded: z.strictObject({ reason: z.string(), voucherNumber: z.string() }),
  answerDrafted: z.strictObject({
    outcome: z.enum(outcomeIds),
    /** The answers to the guided questions, by question id. */
    answers: z.record(z.string(), z.string()),
    reason: z.string(),
    /** What is given, withheld or pointed to, as the letter says it. */
    statement: z.string(),
    /** The record that the outcome needs, in words; the search has its own fields. */
    record: z.string(),
    search: SearchRecord.nullable(),
    /** The parts that are withheld, where the answer discloses in part. */
    parts: z.array(WithheldPart).default([]),
    ...opinionsReliedOn,
    /** The request whose answer is repeated, where it was chosen from those kept here. */
    earlierId: z.string().nullable().default(null),
    /** The files that it gives, in the order of the letter's enclosures. */
    fileIds: z.array(z.string()).default([]),
    /** What was seen in these files beside what they show; the reason why it may stay, where one was asked. */
    looked: z.array(Looked).default([]),
    letter: Letter,
    hash: z.string(),
    /** The roles whose approval it needs, in order, as the organ had set them on that day. */
    levels: AskedLevels,
    ...writtenBy,
  }),
  answerApproved: z.strictObject({ level: z.number().int(), hash: z.string(), opinion: z.string(), ...signedData }),
  answerReturned: z.strictObject({ level: z.number().int(), hash: z.string(), reason: z.string(), ...returnedData }),
  /** A letter of a step, up for approval; `input` is what the step was given. */
  letterDrafted: z.strictObject({
    step: z.enum(letterSteps),
    input: z.record(z.string(), z.unknown()),
    letter: Letter,
    hash: z.string(),
    levels: AskedLevels,
    ...writtenBy,
  }),
  /** `draft`: the event that put it up. */
  letterApproved: z.strictObject({
    draft: z.number().int(),
    level: z.number().int(),
    hash: z.string(),
    opinion: z.string(),
    ...signedData,
  }),
  letterReturned: z.strictObject({
    draft: z.number().int(),
    level: z.number().int(),
    hash: z.string(),
    reason: z.string(),
    ...returnedData,
  }),
  /** A letter has left that corrects the one which the event `of` sent; `dueOn`: until when the applicant now has time. */
  letterCorrected: z.strictObject({
    of: z.number().int(),
    kind: z.enum(letterKindIds),
    reason: z.string(),
    service: z.string(),
    dueOn: PlainDate.nullable(),
    letter: Letter,
  }),
  serviceAttempted: Attempted,
  serviceResult: ResultKnown,
  withdrawalProposed: z.strictObject({ reason: z.string(), proof: WithdrawalProof }),
  withdrawalDeclined: z.strictObject({ reason: z.string(), ...inPlaceOf }),
  withdrawn: z.strictObject({ reason: z.string(), proof: WithdrawalProof.optional(), ...inPlaceOf }),
  concluded: z
    .strictObject({
      outcome: z.enum(outcomeIds),
      letterNumber: z.string().nullable(),
      hash: z.string().nullable(),
      service: z.string(),
      lateReason: z.string(),
    })
    .partial(),
  dueMoved: z.strictObject({ from: PlainDate, to: PlainDate, reason: z.string(), calendarVersion: z.string() }),
  /** `fileIds`: of before 0.3; the papers of an event are linked to it. */
  noted: z.strictObject({ text: z.string(), fileIds: z.array(z.string()).optional(), to: Named.optional() }),
  /** The code and secret of before open nothing any more. */
  receiptReissued: z.strictObject({ shown: z.enum(identityShownIds), checked: z.string(), reason: z.string() }),
  voided: z.strictObject({}),
  correctionProposed: RegistrationChange,
  correctionDeclined: z.strictObject({ reason: z.string(), ...inPlaceOf }),
  /** `proposedBy`: who asked for it, where a second person had to confirm. */
  registrationCorrected: RegistrationChange.extend({ proposedBy: z.string(), ...inPlaceOf }),
} as const

/** What is known of each kind of event beside its day, its actor and, for fees, its amount. */
export const eventData = {
  ...firstEventData,
  reanswerOrdered: ReanswerOrder,
  /** What `concluded` says of the first answer, of the one that this round has brought. */
  reanswered: firstEventData.concluded.extend({ round: z.int().positive() }),
  reanswerCancelled: z.strictObject({ round: z.int().positive(), reason: z.string() }),
} as const

export const EventKind = z.keyof(z.object(eventData))
export type EventKind = keyof typeof eventData
export type EventData<Kind extends EventKind> = z.infer<(typeof eventData)[Kind]>

/** Who did it, as the history shows it. */
export const EventActor = z.object({
  kind: z.enum(['staff', 'applicant', 'system', 'operator']),
  id: z.string().nullable(),
  name: z.string(),
})

export interface EventOf<Kind extends EventKind> {
  readonly seq: number
  readonly kind: Kind
  readonly happenedOn: PlainDate
  readonly amount: string | null
  readonly supersedes: number | null
  readonly data: EventData<Kind>
  readonly actor: z.infer<typeof EventActor>
  /** ISO instant; null before it is written. */
  readonly recordedAt: string | null
}

/** One line of a request's history. It is never changed: a wrong one is superseded, `voided` takes one back. */
export type RequestEvent = OneOf<EventKind>

/** Of several kinds, an event of exactly one of them. */
type OneOf<Kinds extends EventKind> = { [Kind in Kinds]: EventOf<Kind> }[Kinds]

/** A fact to append: the store gives it its number and its actor. */
export type NewEvent = {
  [Kind in EventKind]: Pick<EventOf<Kind>, 'kind' | 'happenedOn' | 'data'> & {
    /** The event whose place it takes. */
    readonly supersedes?: number | null
    /** Of what tells of money: yuan with two decimals. */
    readonly amount?: string
  }
}[EventKind]

/** The events of one kind. */
export const eventsOf = <Kind extends EventKind>(events: readonly RequestEvent[], kind: Kind): EventOf<Kind>[] =>
  events.filter((event): event is RequestEvent & EventOf<Kind> => event.kind === kind)

interface EventRow {
  readonly seq: number
  readonly kind: string
  readonly happenedOn: PlainDate
  readonly amount: string | null
  readonly supersedes: number | null
  readonly data: unknown
  readonly actorKind: string
  readonly actorId: string | null
  readonly actorName: string
  readonly recordedAt: Date
}

/** An event as the table keeps it; throws on a row that is none. */
export function readEvent(row: EventRow): RequestEvent {
  return asEventOf(EventKind.parse(row.kind), row)
}

const readers: { readonly [Kind in EventKind]: { readonly parse: (data: unknown) => EventData<Kind> } } = eventData

const asEventOf = <Kind extends EventKind>(kind: Kind, row: EventRow): OneOf<Kind> => ({
  seq: row.seq,
  kind,
  happenedOn: row.happenedOn,
  amount: row.amount,
  supersedes: row.supersedes,
  data: readers[kind].parse(row.data),
  actor: EventActor.parse({ kind: row.actorKind, id: row.actorId, name: row.actorName }),
  recordedAt: row.recordedAt.toISOString(),
})
