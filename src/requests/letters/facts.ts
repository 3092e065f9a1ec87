import type { PlainDate } from '../../days/plain-date.ts'
import type { OutcomeId } from '../../law/outcomes.ts'
import type { Opinion, SearchRecord } from '../event.ts'
import type { ReckonedFee } from '../fees/reckon-fee.ts'
import type { RequestChannelId } from '../request-channel.ts'
import type { Enclosure, LetterChange, LetterKind } from './letter.ts'
import type { ReviewedOrgan } from './remedy-paragraph.ts'

/** Who writes. */
export interface LetterOrgan extends ReviewedOrgan {
  readonly name: string
  readonly ogiWorkBody: string
  readonly phone: string
  readonly address: string
}

/** To whom one writes: the form of address follows. `unknown`: a third party of which nothing else is known. */
export interface Addressee {
  readonly name: string
  readonly is: 'person' | 'organisation' | 'organ' | 'unknown'
}

interface Basic {
  readonly organ: LetterOrgan
  readonly addressee: Addressee
  /** The day of the act: it chooses the law and the template. */
  readonly madeOn: PlainDate
}

/** The request that the letter is about. */
export interface AskedFor {
  readonly receivedOn: PlainDate
  readonly channel: RequestChannelId
  /** Its own words. */
  readonly asked: string
  /** The day the supplement came in, if one did. */
  readonly supplementedOn: PlainDate | null
  /** What was asked for then; empty where nothing was supplemented. */
  readonly supplemented: string
}

interface AboutRequest extends Basic {
  readonly request: AskedFor
}

/** What one third party said, as a letter may tell it: never who it is. */
export interface Heard {
  readonly said: Opinion | 'silent'
  /** The organ has found the reasons of its objection reasonable. */
  readonly reasonable: boolean
}

/** A part that is withheld (art. 37), with the refusal it falls under. */
export interface Withheld {
  readonly what: string
  readonly under: OutcomeId
  readonly reason: string
  /** What that ground rests on; printed where an answer under it alone would print it. */
  readonly record?: string
  /** What the third parties said whom this part concerns (art. 32). */
  readonly heard?: readonly Heard[]
}

/** What an answer says: the words of the officer, as `draftAnswer` asks for them. */
export interface AnswerFacts extends AboutRequest {
  readonly outcome: OutcomeId
  /** What is given, pointed to, or where else to go. */
  readonly statement: string
  readonly reason: string
  /** The record that the outcome needs (`outcomeRecords`), in words. */
  readonly record: string
  readonly search: SearchRecord | null
  /** The supplement asked for, with its notice. */
  readonly supplement?: { readonly requestedOn: PlainDate; readonly dueOn: PlainDate | null } | null
  /** The reasons asked for (art. 35). */
  readonly reasons?: { readonly requestedOn: PlainDate; readonly receivedOn: PlainDate | null } | null
  readonly fee?: { readonly notifiedOn: PlainDate; readonly amount: string } | null
  /** Of a whole refusal: what the third parties said whom it concerns (art. 32). */
  readonly heard?: readonly Heard[]
  /** Of a partial disclosure, where the parts are told apart; otherwise `statement` and `reason` say it. */
  readonly withheld?: readonly Withheld[]
  readonly enclosures?: readonly Enclosure[]
  /** Served over the internet: 复议法 22 II then asks for an internet channel to reconsideration. */
  readonly electronic?: boolean
}

/** What a letter of correction says of the one that it corrects. */
export interface CorrectionFacts extends Basic {
  readonly first: {
    readonly kind: LetterKind
    readonly title: string
    readonly number: string
    readonly madeOn: PlainDate
  }
  /** The corrections of the same letter that have left before, by their numbers. */
  readonly before: readonly string[]
  readonly changes: readonly LetterChange[]
}

/** The years, of those that a computed day rests on, whose holidays are not yet announced; none: the day is final. */
export type Provisional = readonly number[]

/** What each kind of letter needs to know. */
export interface FactsOf extends Record<LetterKind, Basic> {
  /** `receivedOn` null: still to be confirmed with the applicant (art. 31). */
  readonly receiptAcknowledgement: Basic & {
    readonly request: Omit<AskedFor, 'receivedOn' | 'supplementedOn' | 'supplemented'> & {
      readonly number: string
      readonly arrivedOn: PlainDate
      readonly receivedOn: PlainDate | null
    }
    readonly dueOn: PlainDate | null
    readonly provisional?: Provisional
  }
  readonly supplementNotice: AboutRequest & { readonly items: string; readonly dueOn: PlainDate }
  readonly reasonsNotice: AboutRequest & { readonly facts: string; readonly dueOn: PlainDate }
  readonly feeNotice: AboutRequest & {
    readonly fee: ReckonedFee
    /** What the law charges by this basis, in words. */
    readonly standard: string
    readonly way: string
    readonly code: string
    /** Working days to pay in, from the day after receipt of the notice. */
    readonly withinDays: number
    readonly clock: 'dayAfterPayment' | 'resumes'
  }
  /** `dueOn`: the last day of the extended period. */
  readonly extensionNotice: AboutRequest & {
    readonly days: number
    readonly reason: string
    readonly dueOn: PlainDate
    readonly provisional?: Provisional
  }
  readonly delayNotice: AboutRequest & { readonly until: PlainDate; readonly reason: string }
  readonly thirdPartyConsultation: Basic & { readonly about: string }
  readonly coOrganConsultation: Basic & { readonly about: string }
  readonly thirdPartyDecision: Basic & {
    readonly about: string
    readonly consultedOn: PlainDate
    readonly opinion?: Opinion | null
    readonly reason: string
    readonly electronic?: boolean
  }
  readonly correction: CorrectionFacts
  readonly correctionToOthers: CorrectionFacts
  readonly answer: AnswerFacts
  readonly noFurtherHandling: AnswerFacts
}
