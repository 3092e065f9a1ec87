import type { PlainDate } from '../../days/plain-date.ts'
import type { FeeBasis } from './fee-basis.ts'
import type { FeeStanding } from './fee-standing.ts'

/** The fee of a request, as its page and the register show it. */
export interface FeeView {
  readonly standing: FeeStanding
  readonly basis: FeeBasis
  readonly basisLabel: string
  /** The natural month in which it counts: `2026-06`. */
  readonly month: string
  /** The applicant's requests of that month before this one, as the notice counted them. */
  readonly counted: readonly { readonly id: string; readonly number: string }[]
  readonly pages: number | null
  /** Yuan with two decimals, each. */
  readonly amount: string
  readonly waived: string
  readonly due: string
  readonly refunded: string
  readonly refundable: string
  readonly way: string
  readonly code: string
  readonly notifiedOn: PlainDate
  readonly deliveredOn: PlainDate | null
  /** The last day to pay; null until it is known when the notice arrived. */
  readonly payBy: PlainDate | null
  readonly paidOn: PlainDate | null
  readonly receiptNumber: string
  /** Working days of the answer period that begins anew when it is paid; null: the period goes on, less the time of waiting. */
  readonly daysAnew: number | null
}
