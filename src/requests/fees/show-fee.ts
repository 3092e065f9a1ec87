import type { Calendar } from '../../calendar/calendar.ts'
import type { PlainDate } from '../../days/plain-date.ts'
import { lessYuan } from '../../money/yuan.ts'
import { feeLapsesOn, workingDaysOf } from '../clock.ts'
import type { RequestHistory } from '../history.ts'
import { feeBasisLabel } from './fee-basis.ts'
import type { FeeView } from './fee-view.ts'
import { standingOfFee } from './how-fee-stands.ts'

/** The fee as it stands on `today`; null where nothing was charged here. */
export function feeView(calendar: Calendar, history: RequestHistory, today: PlainDate): FeeView | null {
  const { fee } = history
  if (!fee) return null
  const { notice, paid, refunded } = fee
  return {
    standing: standingOfFee(calendar, history, today) ?? 'awaited',
    basis: notice.basis,
    basisLabel: feeBasisLabel(notice.basis),
    month: notice.month ?? '',
    counted: notice.counted ?? [],
    pages: notice.pages ?? null,
    amount: fee.amount,
    waived: fee.waived,
    due: fee.due,
    refunded,
    refundable: paid ? lessYuan(paid.amount, refunded) : '0.00',
    way: notice.way ?? '',
    code: notice.code ?? '',
    notifiedOn: fee.notifiedOn,
    deliveredOn: fee.delivered?.on ?? null,
    payBy: feeLapsesOn(calendar, fee),
    paidOn: paid?.on ?? null,
    receiptNumber: paid?.receiptNumber ?? '',
    daysAnew: notice.clock === 'resumes' ? null : workingDaysOf('answerAfterPayment', today),
  }
}
