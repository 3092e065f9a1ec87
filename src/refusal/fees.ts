import { betweenDays } from './between.ts'
import { Refusal } from './refusal.ts'

const conflict = (code: string, message: string, field?: string) =>
  new Refusal('conflict', code, message, undefined, field)
const invalid = (code: string, message: string, field?: string) =>
  new Refusal('invalid', code, message, undefined, field)

/** What is refused of the information processing fee (国办函〔2020〕109号). */
export const feeRefusals = {
  noFeeLaw: () => conflict('no_fee_law', '这件申请归入的月份还没有信息处理费的收费标准，不能收费'),
  feeByBoth: () =>
    invalid('fee_by_both', '一件申请只能按件或者按量选择一种计收：选按件的，不填页数；选按量的，不计件数', 'pages'),
  feePagesMissing: () => invalid('fee_pages_missing', '请填写本件拟提供信息的页数', 'pages'),
  feePagesNotGiven: () =>
    conflict(
      'fee_pages_not_given',
      '申请人只要求查阅、抄录，没有要求提供纸质件、发送电子邮件或者复制电子数据，不能按量计收',
      'basis',
    ),
  nothingToCharge: (field: string) =>
    conflict('nothing_to_charge', '按此计算应缴0元，没有超出免费的部分，不需要发收费通知书，请照常办理', field),
  feeNotifiedOnce: () => conflict('fee_notified_once', '这件申请已经发出过收费通知书'),
  feeNoticeLate: (due: string) =>
    conflict('fee_notice_late', `收费通知书应当在答复期限内发出，期限已于${due}届满，不能再收费；请照常答复`),
  feeChanged: () =>
    conflict('fee_changed', '送审之后，该申请人本月的件数、收费标准或者缴纳方式有变化，请退回重新拟写收费通知书'),
  correctionCharges: (words: string) =>
    invalid(
      'correction_charges',
      `“${words}”关系应缴的数额、期限或者缴款码，不能用更正改变。多收的，请办理“减免信息处理费”或者“登记退费”；缴款码有误的，请与申请人联系并在“备注”中写明`,
      'corrections',
    ),
  noFeeAwaited: () => conflict('no_fee_awaited', '这件申请没有等待缴纳的信息处理费'),
  feeNotDelivered: () =>
    conflict(
      'fee_not_delivered',
      '还没有登记申请人收到收费通知书的日期，缴费期限从收到的次日起算，请先办理“登记申请人收到收费通知书”',
    ),
  feeUnpaidOnly: () => conflict('fee_unpaid_only', '申请人逾期没有缴费的，视为放弃申请，只能告知不再处理', 'outcome'),
  paidTooLate: (last: string) =>
    invalid(
      'paid_too_late',
      `缴费期限已于${last}届满，逾期缴纳的不改变视为放弃申请，款项由收款单位退还；实际缴费日期更早的，请填写实际日期`,
      'on',
    ),
  feeDayOutOfRange: (from: string, to: string) => invalid('day_out_of_range', betweenDays(from, to), 'on'),
  otherAmount: (due: string) => invalid('other_amount', `应缴${due}元，票据上的金额应当与此相同，请核对`, 'amount'),
  feeReceiptTaken: () =>
    conflict('receipt_taken', '这个票据号码已经登记过缴费，一张票据只能登记一次，请核对号码', 'receiptNumber'),
  voucherTaken: () =>
    conflict('voucher_taken', '这个退付凭证号码已经登记过退费，一张凭证只能登记一次，请核对号码', 'voucherNumber'),
  waivedTooMuch: (due: string) => invalid('waived_too_much', `最多减免应缴的${due}元`, 'amount'),
  nothingPaid: () => conflict('nothing_paid', '这件申请没有登记过缴费，没有可以退的'),
  refundedAll: () => conflict('refunded_all', '已经缴纳的信息处理费已全部退还'),
  refundedTooMuch: (rest: string) => invalid('refunded_too_much', `最多还可以退${rest}元`, 'amount'),
}
