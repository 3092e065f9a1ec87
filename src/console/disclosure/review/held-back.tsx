import { Alert } from 'antd'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { officeTime } from '../../words.ts'
import { Place } from '../place.tsx'
import { placeLabel } from '../place-label.ts'

/** Why the clock did not let it out, and what is to be done. */
export function HeldBack({ view }: { view: RecordView }) {
  const { held } = view
  if (!held) return null
  return (
    <Alert
      className="gap-below"
      type="error"
      showIcon
      role="status"
      title={`原定 ${officeTime(held.scheduledFor)} 的发布没有进行：到时重新检查，发现下列问题`}
      description={
        <>
          <ul className="plain-list">
            {held.reasons.map(({ gate, place, message }) => (
              <li key={`${gate} ${place} ${message}`}>
                <Place place={place}>{placeLabel(place, view)}</Place>：{message}
              </li>
            ))}
          </ul>
          <p>请经办人改正文本后重新送审；检查结果中可以说明理由保留的，写明理由后由经办人发布，或者重新定时。</p>
        </>
      }
    />
  )
}
