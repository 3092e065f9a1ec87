import { Alert } from 'antd'
import { chineseDate, daysBetween } from '../../../days/plain-date.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { termNoticeDays } from '../../../review/turns/duties.ts'
import { useMe } from '../../session/me.ts'

/** That what is in public soon ends by its own term, and what may be done about it. */
export function TermEnds({ view: { status, act, content } }: { view: RecordView }) {
  const { today } = useMe()
  const { validUntil } = content
  if (status !== 'live' || (act !== 'publish' && act !== 'correct') || !validUntil) return null
  const left = daysBetween(today, validUntil)
  if (left < 0 || left > termNoticeDays) return null
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      role="status"
      title={`有效期至${chineseDate(validUntil)}，还有${left}天`}
      description="继续有效的，请开始更正，改有效期后送审发布，这项待办随之办结。不再有效的不必办理：期满后网页自动注明已经失效，这项待办到期自行消失。"
    />
  )
}
