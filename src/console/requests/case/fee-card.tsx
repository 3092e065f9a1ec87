import { Link } from 'react-router'
import { chineseDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import type { FeeView } from '../../../requests/fees/fee-view.ts'
import { FeeMark } from '../fees/fee-mark.tsx'
import { Facts } from './facts.tsx'
import { Panel } from './panel.tsx'

/** What is charged for the request, how it came about, until when it is to be paid, and what became of it. */
export function FeeCard({ view: { fee } }: { view: CaseView }) {
  if (!fee) return null
  return (
    <Panel title="信息处理费" id="fee" extra={<FeeMark standing={fee.standing} />}>
      <Facts
        items={[
          ['应缴金额', <strong key="due">{fee.amount}元</strong>],
          ['怎样计收', <Reckoning key="reckoning" fee={fee} />],
          ['减免', fee.waived === '0.00' ? '' : `${fee.waived}元，减免后应缴${fee.due}元`],
          ['通知日期', chineseDate(fee.notifiedOn)],
          ['申请人收到', fee.deliveredOn ? chineseDate(fee.deliveredOn) : '尚未登记，缴费期限从收到的次日起算'],
          ['缴费期限', fee.payBy ? `${chineseDate(fee.payBy)}（20个工作日）` : ''],
          ['缴纳方式', fee.way],
          ['缴款码', fee.code],
          ['缴费', fee.paidOn ? `${chineseDate(fee.paidOn)}，票据号码${fee.receiptNumber || '不显示'}` : ''],
          ['已退还', fee.refunded === '0.00' ? '' : `${fee.refunded}元`],
        ]}
      />
    </Panel>
  )
}

/** How many pieces or pages make the amount; the pieces that were counted stand behind it. */
function Reckoning({ fee: { basis, basisLabel, month, counted, pages } }: { fee: FeeView }) {
  if (basis === 'perPage') return `${basisLabel}，本件${pages}页`
  const words = `${basisLabel}，${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`
  if (counted.length === 0) return words
  return (
    <details>
      <summary>
        {words}第{counted.length + 1}件，此前计入{counted.length}件
      </summary>
      <ul className="facts-line">
        {counted.map(({ id, number }) => (
          <li key={id}>
            <Link to={`/requests/${id}`}>{number}</Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
