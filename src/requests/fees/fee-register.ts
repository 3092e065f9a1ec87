import { z } from 'zod'
import type { Calendar } from '../../calendar/calendar.ts'
import type { PlainDate } from '../../days/plain-date.ts'
import { Words } from '../../lists/wanted.ts'
import { addYuan } from '../../money/yuan.ts'
import { feeLapsesOn } from '../clock.ts'
import { foldHistory } from '../history.ts'
import { maskApplicant } from '../masked.ts'
import type { Charged } from '../store/fees.ts'
import { feeBasisLabel } from './fee-basis.ts'
import { type FeeStanding, feeStandingIds } from './fee-standing.ts'
import { standingOfFee } from './how-fee-stands.ts'

/** What narrows the register of fees: the year of the notice, how the fee stands, the number of the request. */
export const WantedFees = z.strictObject({
  year: z.coerce.number().int().min(2021, '信息处理费自2021年起收取').max(9999).optional(),
  standing: z.enum(feeStandingIds).optional(),
  q: Words.default(''),
})
export type WantedFees = z.infer<typeof WantedFees>

/** A line of the register: one request that was charged. Amounts in yuan with two decimals. */
export interface FeeLine {
  readonly id: string
  readonly number: string
  readonly summary: string
  /** Masked; empty where a ledger tells of it. */
  readonly applicant: string
  readonly standing: FeeStanding
  /** 按件计收, 按量计收; empty where a ledger tells of it. */
  readonly basis: string
  readonly amount: string
  readonly waived: string
  readonly paid: string
  readonly refunded: string
  readonly notifiedOn: PlainDate
  readonly deliveredOn: PlainDate | null
  readonly payBy: PlainDate | null
  readonly paidOn: PlainDate | null
  readonly receiptNumber: string
}

/** What a charged request is in the register; undefined for one whose notice was taken back. */
export function feeLine(
  { id, number, summary, applicant, events }: Charged,
  calendar: Calendar,
  today: PlainDate,
): FeeLine | undefined {
  const history = foldHistory(events)
  const { fee, feeNotified, feePaid } = history
  const standing = standingOfFee(calendar, history, today)
  if (!feeNotified || !standing) return undefined
  return {
    id,
    number,
    summary,
    applicant: applicant ? maskApplicant(applicant).name : '',
    standing,
    basis: feeBasisLabel(fee?.notice.basis ?? null),
    amount: feeNotified.amount,
    waived: fee?.waived ?? '0.00',
    paid: feePaid?.amount ?? '0.00',
    refunded: fee?.refunded ?? '0.00',
    notifiedOn: feeNotified.on,
    deliveredOn: fee?.delivered?.on ?? null,
    payBy: fee && feeLapsesOn(calendar, fee),
    paidOn: feePaid?.on ?? null,
    receiptNumber: fee?.paid?.receiptNumber ?? '',
  }
}

/** Whether a line is among what is wanted; the year is chosen where the register is read. */
export const isWanted = ({ standing, q }: WantedFees, line: FeeLine): boolean =>
  (standing === undefined || line.standing === standing) && (q === '' || line.number.includes(q))

/** Several lines together. */
export interface FeeSums {
  readonly amount: string
  readonly waived: string
  readonly paid: string
  readonly refunded: string
}

export const sumsOf = (lines: readonly FeeLine[]): FeeSums => ({
  amount: addYuan(lines.map(({ amount }) => amount)),
  waived: addYuan(lines.map(({ waived }) => waived)),
  paid: addYuan(lines.map(({ paid }) => paid)),
  refunded: addYuan(lines.map(({ refunded }) => refunded)),
})
