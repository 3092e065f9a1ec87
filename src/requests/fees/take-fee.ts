import { chineseDate, type PlainDate } from '../../days/plain-date.ts'
import { lessYuan } from '../../money/yuan.ts'
import { refusals } from '../../refusal.ts'
import { feeLapsesOn } from '../clock.ts'
import type { NewEvent } from '../event.ts'
import type { Letter } from '../letters/letter.ts'
import type { StepInput } from '../step-inputs.ts'
import type { StepMatter } from '../steps.ts'
import type { FeeState } from './fold-fee.ts'
import type { FeeFound } from './reckon-fee.ts'

/** What the steps of the fee ask about. */
export interface FeeStepMatter extends StepMatter {
  readonly letter: Letter | null
  /** What the request costs, where its step charges it. */
  readonly fee?: FeeFound
  /** How the answer period goes on after payment; as it was chosen on the day on which the notice leaves. */
  readonly afterPayment?: 'dayAfterPayment' | 'resumes'
}

function feeOf({ history }: FeeStepMatter): FeeState {
  if (!history.fee) throw refusals.noFeeAwaited()
  return history.fee
}

/** A day on which something has happened: not before `from`, not in the future. */
function happenedSince({ actor: { today } }: FeeStepMatter, on: PlainDate, from: PlainDate): PlainDate {
  if (on > today || on < from) throw refusals.feeDayOutOfRange(chineseDate(from), chineseDate(today))
  return on
}

const isMore = (yuan: string, than: string): boolean => Number(lessYuan(yuan, than)) > 0

/** What each step of the fee adds to the history. */
export const feeEffects = {
  notifyFee: ({ actor, fee, letter, afterPayment }: FeeStepMatter, { way, code }: StepInput<'notifyFee'>): NewEvent => {
    if (!fee) throw refusals.noFeeLaw()
    const { basis, month, counted, pages, pagesBefore, amount } = fee
    return {
      kind: 'feeNotified',
      happenedOn: actor.today,
      amount,
      data: {
        basis,
        month,
        counted: [...counted],
        pages,
        pagesBefore,
        way,
        code,
        letter,
        ...(afterPayment === 'resumes' ? { clock: 'resumes' as const } : {}),
      },
    }
  },
  deliverFee: (matter: FeeStepMatter, { on, how, correction }: StepInput<'deliverFee'>): NewEvent => {
    const { notifiedOn, delivered } = feeOf(matter)
    if (delivered && !correction) throw refusals.recordMissing('原来怎样记错、依据什么更正', 'correction')
    return {
      kind: 'feeDelivered',
      happenedOn: happenedSince(matter, on, notifiedOn),
      data: { how, correction: delivered ? correction : '' },
      supersedes: delivered?.by ?? null,
    }
  },
  recordPayment: (matter: FeeStepMatter, { on, amount, receiptNumber }: StepInput<'recordPayment'>): NewEvent => {
    const fee = feeOf(matter)
    const happenedOn = happenedSince(matter, on, fee.notifiedOn)
    const last = feeLapsesOn(matter.calendar, fee)
    if (last && happenedOn > last) throw refusals.paidTooLate(chineseDate(last))
    if (amount !== fee.due) throw refusals.otherAmount(fee.due)
    return { kind: 'feePaid', happenedOn, amount, data: { receiptNumber } }
  },
  waiveFee: (matter: FeeStepMatter, { amount, reason }: StepInput<'waiveFee'>): NewEvent => {
    const { due } = feeOf(matter)
    if (isMore(amount, due)) throw refusals.waivedTooMuch(due)
    return { kind: 'feeWaived', happenedOn: matter.actor.today, amount, data: { reason } }
  },
  refundFee: (matter: FeeStepMatter, { on, amount, voucherNumber, reason }: StepInput<'refundFee'>): NewEvent => {
    const { paid, refunded } = feeOf(matter)
    if (!paid) throw refusals.nothingPaid()
    const rest = lessYuan(paid.amount, refunded)
    if (isMore(amount, rest)) throw refusals.refundedTooMuch(rest)
    return {
      kind: 'feeRefunded',
      happenedOn: happenedSince(matter, on, paid.on),
      amount,
      data: { reason, voucherNumber },
    }
  },
} as const
