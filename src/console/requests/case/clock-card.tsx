import { Button } from 'antd'
import { useState } from 'react'
import { chineseDate } from '../../../days/plain-date.ts'
import type { ClockView } from '../../../requests/case-view.ts'
import type { FeeView } from '../../../requests/fees/fee-view.ts'
import { isConcluded as hasResult, type RequestStatus } from '../../../requests/request-status.ts'
import { ClockLegend } from './clock-legend.tsx'
import { ClockStrip } from './clock-strip.tsx'
import { ClockTable } from './clock-table.tsx'
import { Panel } from './panel.tsx'

interface ClockCardProps {
  readonly clock: ClockView
  readonly status: RequestStatus
  readonly fee: FeeView | null
}

/** The legal clock, as a picture and as a table, and in one sentence; none runs while a supplement (art. 30) or a fee is waited for. */
export function ClockCard({ clock, status, fee }: ClockCardProps) {
  const [isTable, setTable] = useState(false)
  const isConcluded = hasResult(status)
  if (status === 'awaitingPayment' && fee && fee.standing !== 'lapsed')
    return (
      <Panel title="办理期限" id="clock">
        <p className="clock-sentence">
          等待申请人缴费，等待的时间不计入答复期限。
          {fee.daysAnew === null
            ? `缴费后，答复期限继续计算，还剩${clock.leftDays}个工作日。`
            : `缴费后，答复期限自缴费次日起重新计算，共${fee.daysAnew}个工作日。`}
        </p>
      </Panel>
    )
  if (status === 'supplementing')
    return (
      <Panel title="办理期限" id="clock">
        <p className="clock-sentence">
          等待申请人补正。自收到补正之日起，答复期限重新计算，共{clock.allowedDays}个工作日（条例第三十条）。
        </p>
      </Panel>
    )
  return (
    <Panel
      title={isConcluded && status !== 'concluded' ? '原答复的办理期限' : '办理期限'}
      id="clock"
      extra={
        <Button className="no-print" size="small" type="text" onClick={() => setTable(!isTable)} aria-pressed={isTable}>
          {isTable ? '看日历条' : '看文字表'}
        </Button>
      }
    >
      <p className="clock-sentence">
        {chineseDate(clock.startedOn)}（{clock.startReason}）；共{clock.allowedDays}个工作日，
        {isConcluded ? '答复期限为' : '应于'}
        <strong>{chineseDate(clock.dueOn)}</strong>
        {isConcluded ? '。已经办结，不再计算。' : '前（含当日）答复。'}
        {clock.provisional ? (
          <em className="provisional" data-tone="soon">
            期限跨入尚未发布放假通知的年份，为暂定。
          </em>
        ) : null}
      </p>
      {isTable ? <ClockTable clock={clock} /> : <ClockStrip clock={clock} isConcluded={isConcluded} />}
      {isTable ? null : <ClockLegend clock={clock} />}
    </Panel>
  )
}
