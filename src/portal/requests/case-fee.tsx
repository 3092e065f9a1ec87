import { chineseDate } from '../../days/plain-date.ts'
import type { FeeView } from '../../requests/fees/fee-view.ts'
import type { CaseProps } from './case-props.ts'

/** The fee of the request: how much and why, how and until when it is to be paid, what follows if not; and the receipt. */
export function CaseFee({ case: { fee } }: CaseProps) {
  if (!fee) return null
  const isOpen = fee.standing === 'undelivered' || fee.standing === 'awaited'
  return (
    <section aria-labelledby="fee" className={isOpen ? 'to-do' : undefined}>
      <h2 id="fee">信息处理费</h2>
      <dl className="rows flush ways asked">
        {linesOf(fee, isOpen)
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {isOpen && (
        <p>
          逾期没有缴纳的，视为放弃申请，本机关不再处理（《政府信息公开信息处理费管理办法》）。款项由代收单位收取，本网站不收款；缴费后，本机关登记票据号码，您可以在这里查到。
        </p>
      )}
    </section>
  )
}

/** Whether the organ waits for the fee, so that no period runs. */
export const isPaying = ({ status, fee }: CaseProps['case']): boolean =>
  status === 'awaitingPayment' && fee !== null && fee.standing !== 'lapsed'

/** How the period of the answer goes on when it is paid. */
export const payingWords = ({ fee }: CaseProps['case']): string =>
  `等待您缴费，等待的时间不计入答复期限。${
    fee?.daysAnew ? `自缴费的次日起，重新计算${fee.daysAnew}个工作日的答复期限。` : '缴费后，答复期限继续计算。'
  }`

const linesOf = (fee: FeeView, isOpen: boolean): readonly (readonly [string, string])[] => [
  ['应缴金额', `${fee.due}元${fee.waived === '0.00' ? '' : `（原为${fee.amount}元，减免${fee.waived}元）`}`],
  ['怎样计收', reckoning(fee)],
  ['缴纳期限', isOpen ? until(fee) : ''],
  ['缴纳方式', isOpen ? fee.way : ''],
  ['缴款码', isOpen ? fee.code : ''],
  ['情况', settled(fee)],
]

const reckoning = ({ basis, month, counted, pages }: FeeView): string =>
  basis === 'perPage'
    ? `按量计收，本件拟提供的信息共${pages}页`
    : `按件计收，您在${Number(month.slice(0, 4))}年${Number(month.slice(5))}月向本机关提出的申请，本件为第${counted.length + 1}件`

const until = ({ payBy }: FeeView): string =>
  payBy ? `${chineseDate(payBy)}前（含当日）` : '自您收到收费通知书的次日起20个工作日内'

function settled({ standing, paidOn, receiptNumber, refunded }: FeeView): string {
  if (paidOn) {
    const back = refunded === '0.00' ? '' : `；已退还${refunded}元`
    return `${chineseDate(paidOn)}已缴纳，票据号码${receiptNumber}${back}`
  }
  if (standing === 'waived') return '已经免收，不用缴纳'
  return standing === 'awaited' || standing === 'undelivered' ? '' : '没有在期限内缴纳'
}
