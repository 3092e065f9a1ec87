import type { Calendar } from '../../calendar/calendar.ts'
import type { PlainDate } from '../../days/plain-date.ts'
import { feeLapsesOn } from '../clock.ts'
import type { RequestHistory } from '../history.ts'
import type { FeeStanding } from './fee-standing.ts'

type Told = Pick<RequestHistory, 'fee' | 'feeNotified' | 'feePaid' | 'conclusion'>

/** How the fee of a request stands on `today`; of a ledger only what it tells. Undefined where no notice was sent. */
export function standingOfFee(
  calendar: Calendar,
  { fee, feeNotified, feePaid, conclusion }: Told,
  today: PlainDate,
): FeeStanding | undefined {
  if (!feeNotified) return undefined
  if (feePaid) return fee && fee.refunded === feePaid.amount ? 'refunded' : 'paid'
  if (fee?.settledOn) return 'waived'
  if (conclusion) return 'ended'
  if (!fee) return 'awaited'
  const lapsesOn = feeLapsesOn(calendar, fee)
  if (!lapsesOn) return 'undelivered'
  return today > lapsesOn ? 'lapsed' : 'awaited'
}
