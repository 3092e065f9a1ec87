import type { PlainDate } from '../../days/plain-date.ts'
import { entryForm } from '../../workbooks/entry.ts'
import type { AdministrativeFee } from '../administrative-fee.ts'
import { administrativeFeesLedger } from '../administrative-fee-ledger.ts'

/** A receipt by hand: the ledger's own columns, yuan with two decimals. */
export const feeForm = (today: PlainDate) => entryForm(administrativeFeesLedger, today)

export interface FeeItem extends AdministrativeFee {
  readonly id: string
}

export interface FeeSum {
  readonly year: number
  readonly item: string
  readonly receipts: number
  /** Yuan, two decimals. */
  readonly amount: string
}
