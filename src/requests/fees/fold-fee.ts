import type { PlainDate } from '../../days/plain-date.ts'
import { addYuan, lessYuan } from '../../money/yuan.ts'
import { type EventData, type EventOf, eventsOf, type RequestEvent } from '../event.ts'
import type { FeeBasis } from './fee-basis.ts'

/** The fee of a request that was charged here; a fee that a ledger tells of is not followed. */
export interface FeeState {
  readonly notice: EventData<'feeNotified'> & { readonly basis: FeeBasis }
  readonly notifiedOn: PlainDate
  /** As the notice said. */
  readonly amount: string
  /** When the notice reached the applicant, and the event that says so; null until it is taken down. */
  readonly delivered: { readonly on: PlainDate; readonly by: number; readonly how: string } | null
  readonly waived: string
  /** What is to be paid: the amount less what was waived. */
  readonly due: string
  readonly paid: { readonly on: PlainDate; readonly amount: string; readonly receiptNumber: string } | null
  readonly refunded: string
  /** The day on which it was paid or wholly waived; null while it is waited for. */
  readonly settledOn: PlainDate | null
  /** Paid, the answer period begins anew; else the time of waiting is left out and it goes on. */
  readonly restarts: boolean
}

const isNought = (yuan: string): boolean => Number(yuan) === 0

const sumOf = (events: readonly RequestEvent[]): string => addYuan(events.map(({ amount }) => amount ?? '0.00'))

/** The fee as the events that stand tell it; null where none was charged here. */
export function foldFee(facts: readonly RequestEvent[]): FeeState | null {
  const [notified] = eventsOf(facts, 'feeNotified')
  const basis = notified?.data.basis
  if (!notified || !basis) return null
  const amount = notified.amount ?? '0.00'
  const waivers = eventsOf(facts, 'feeWaived')
  const waived = sumOf(waivers)
  const due = lessYuan(amount, waived)
  const paid = paymentOf(eventsOf(facts, 'feePaid')[0])
  return {
    notice: { ...notified.data, basis },
    notifiedOn: notified.happenedOn,
    amount,
    delivered: deliveryOf(eventsOf(facts, 'feeDelivered').at(-1)),
    waived,
    due,
    paid,
    refunded: sumOf(eventsOf(facts, 'feeRefunded')),
    settledOn: paid?.on ?? (isNought(due) ? (waivers.at(-1)?.happenedOn ?? null) : null),
    restarts: paid !== null && notified.data.clock !== 'resumes',
  }
}

const deliveryOf = (event: EventOf<'feeDelivered'> | undefined): FeeState['delivered'] =>
  event ? { on: event.happenedOn, by: event.seq, how: event.data.how } : null

const paymentOf = (event: EventOf<'feePaid'> | undefined): FeeState['paid'] =>
  event ? { on: event.happenedOn, amount: event.amount ?? '0.00', receiptNumber: event.data.receiptNumber ?? '' } : null

/** Whether the applicant is still waited for; once the request is over nobody is. */
export const isAwaited = (fee: FeeState | null): fee is FeeState & { readonly settledOn: null } =>
  fee !== null && fee.settledOn === null
