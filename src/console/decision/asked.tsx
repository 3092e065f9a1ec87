import { Alert } from 'antd'
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { CaseView } from '../../requests/case-view.ts'
import { useMe } from '../session/me.ts'
import { opinionWords, shortDay } from '../words.ts'

/** Art. 32: whether a third party was asked and has answered, or let its time pass. */
export const isConsulted = ({ consultations }: CaseView, today: PlainDate): boolean =>
  consultations.some(
    ({ party, answeredOn, lapsesOn }) => party === 'thirdParty' && (answeredOn !== null || today > lapsesOn),
  )

/** What third parties have said, where their rights are the reason. */
export function Asked({ view }: { view: CaseView }) {
  const { today } = useMe()
  const asked = view.consultations.filter(({ party }) => party === 'thirdParty')
  if (asked.length === 0)
    return (
      <Alert
        className="gap-below"
        type="warning"
        showIcon
        title="尚未征求第三方意见"
        description="应当书面征求第三方的意见（第三十二条）。不征求的，请写明理由；也可以先退出，办理“征求意见”。"
      />
    )
  return (
    <ul className="asked">
      {asked.map(({ id, label, name, opinion, answeredOn, lapsesOn }) => (
        <li key={id}>
          {label}（{name}）：
          {answeredOn
            ? `${shortDay(answeredOn, today)}${opinion ? opinionWords[opinion] : '已答复'}`
            : `${shortDay(lapsesOn, today)}前答复${today > lapsesOn ? '，逾期未答复' : '，等待中'}`}
        </li>
      ))}
    </ul>
  )
}
