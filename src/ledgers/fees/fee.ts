import type { PlainDate } from '../../calendar/plain-date.ts'
import { administrativeFeesLedger } from '../administrative-fee-ledger.ts'
import { entryForm } from '../entry.ts'

/** A receipt by hand: the ledger's own columns, yuan with two decimals. */
export const feeForm = (today: PlainDate) => entryForm(administrativeFeesLedger, today)
