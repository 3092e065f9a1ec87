import { Alert } from 'antd'
import { chineseDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'

/** That the request waits for another unit to take it on, or that one has refused it, and whose it is meanwhile. */
export function HandoverCard({ view: { work, status } }: { view: CaseView }) {
  const { handover } = work
  if (!handover || status === 'concluded') return null
  if (handover.standing === 'offered') {
    const { unitName, staffName, by, on, keptBy } = handover
    return (
      <Alert
        className="gap-below"
        type="info"
        showIcon
        title={`已交${unitName}${staffName && `（${staffName}）`}，等待接收`}
        description={`${by}于${chineseDate(on)}交办。接收之前仍由${keptBy || '原来的科室'}负责，答复期限照常计算。`}
      />
    )
  }
  const { unitName, by, on, reason, betterUnitName, offeredBy } = handover
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      title={`${unitName}退回交办`}
      description={
        <>
          <p>
            {by}于{chineseDate(on)}退回{reason && `：${reason}`}
          </p>
          {betterUnitName ? <p>认为应由{betterUnitName}承办。</p> : null}
          <p className="quiet">
            请{offeredBy}另行交办或者自己办理；政府信息公开工作机构负责人现在交办的，即时生效。答复期限照常计算。
          </p>
        </>
      }
    />
  )
}
