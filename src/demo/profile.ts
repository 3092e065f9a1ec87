import type { Channel } from '../channels/channel.ts'
import type { AdministrativeDecision } from '../ledgers/administrative-decision.ts'
import type { LedgerRequest } from '../requests/ledger-request.ts'

export type OutcomeOfRequest = NonNullable<LedgerRequest['outcome']>

/** What an invented organ does in a year, in its own words. */
export interface Profile {
  readonly slug: string
  readonly name: string
  /** The head of its document numbers: 示教. */
  readonly shortName: string
  /** Its name in speech: 市教育局. */
  readonly spokenName: string
  readonly requests: {
    readonly perYear: number
    /** Weights beside the usual ones. */
    readonly outcomes: Readonly<Partial<Record<OutcomeOfRequest, number>>>
    /** What people ask for. */
    readonly subjects: readonly string[]
  }
  readonly documents: {
    /** In force when the ledger begins. */
    readonly stock: number
    readonly perYear: number
    /** Without the city's name; enough for the stock and a few years. */
    readonly titles: readonly string[]
  }
  readonly decisions: readonly DecisionKind[]
  readonly fees: readonly FeeItem[]
  readonly channels: readonly (Channel & { readonly perYear: number })[]
  /** Its fields of work, as noun phrases. */
  readonly topics: readonly string[]
}

interface DecisionKind {
  readonly kind: AdministrativeDecision['kind']
  readonly word: string
  readonly perYear: number
  readonly subjects: readonly string[]
}

interface FeeItem {
  readonly item: string
  /** Receipts in a year. */
  readonly perYear: number
  /** Yuan for one, and how many are paid together. */
  readonly price: number
  readonly most: number
}
