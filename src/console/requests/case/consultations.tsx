import type { CaseView } from '../../../requests/case-view.ts'
import { useMe } from '../../session/me.ts'
import { opinionTones, opinionWords, shortDay } from '../../words.ts'
import { answerableUntil } from './consultation-words.ts'
import { Panel } from './panel.tsx'

type Consultation = CaseView['consultations'][number]

const parties = { thirdParty: '第三方', coOrgan: '共同制作机关' } as const

/** Whom the organ asked, until when they may answer, and what their silence means. */
export function Consultations({ view }: { view: CaseView }) {
  if (view.consultations.length === 0) return null
  return (
    <Panel title="征求意见" count={view.consultations.length}>
      <ul className="stacked gap-16">
        {view.consultations.map((each) => (
          <li key={each.id}>
            <header className="row baseline">
              <strong>{each.label}</strong>
              <span>{each.name}</span>
              <span className="quiet">{parties[each.party]}</span>
              <Standing consultation={each} />
            </header>
            <p>{each.about}</p>
            <Course consultation={each} />
            {each.reason ? <p className="quoted">意见：{each.reason}</p> : null}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Standing({ consultation: { opinion, lapsesOn, answeredOn } }: { consultation: Consultation }) {
  const { today } = useMe()
  if (opinion)
    return (
      <span className={opinion === 'objects' ? 'standing strong' : 'standing'} data-tone={opinionTones[opinion]}>
        {opinion === 'agrees' ? '✓ ' : opinion === 'agreesInPart' ? '◐ ' : '× '}
        {opinionWords[opinion]}
      </span>
    )
  if (answeredOn !== null)
    return (
      <span className="standing" data-tone="soon">
        已答复
      </span>
    )
  return (
    <span className="standing" data-tone="soon">
      {today > lapsesOn ? '… 逾期未答复' : '… 等待答复'}
    </span>
  )
}

function Course({ consultation }: { consultation: Consultation }) {
  const { party, sentOn, deliveredOn, answeredOn } = consultation
  const { today } = useMe()
  const silence = party === 'thirdParty' ? '逾期不答复的，由本机关依照条例决定是否公开' : '逾期不答复的，视为同意公开'
  return (
    <p className="quiet">
      {shortDay(sentOn, today)}发出；{deliveredOn ? `${shortDay(deliveredOn, today)}送达` : '尚未登记送达'}；
      {answeredOn
        ? `${shortDay(answeredOn, today)}收到意见`
        : `${answerableUntil(consultation, today)}提出意见，${silence}`}
    </p>
  )
}
