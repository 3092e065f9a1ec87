import type { CaseView } from '../../../requests/case-view.ts'
import type { CoHandlingView } from '../../../requests/work/work-view.ts'
import { useMe } from '../../session/me.ts'
import { shortDay } from '../../words.ts'
import { FileList } from '../case/files.tsx'
import { Panel } from '../case/panel.tsx'

/** What other units of the organ were asked, and their opinions; for those who draft and approve, never in a letter by itself. */
export function CoHandlings({ view }: { view: CaseView }) {
  const { coHandlings } = view.work
  if (coHandlings.length === 0) return null
  return (
    <Panel title="协办意见" count={coHandlings.length}>
      <ul className="stacked gap-16">
        {coHandlings.map((each) => (
          <li key={each.seq}>
            <header className="row baseline">
              <strong>{each.unitName}</strong>
              <Standing of={each} />
              {each.isAwaited ? <span className="tag-quiet">须等意见</span> : null}
            </header>
            {each.about ? <p className="typed-words">{each.about}</p> : null}
            <Course of={each} />
            {each.answer?.opinion ? <p className="quoted typed-words">意见：{each.answer.opinion}</p> : null}
            <Papers view={view} of={each} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Papers({ view, of: { answer } }: { view: CaseView; of: CoHandlingView }) {
  const files = answer ? view.files.filter(({ seq }) => seq === answer.seq) : []
  return files.length > 0 ? <FileList view={view} files={files} /> : null
}

function Standing({ of: { answer, ended, dueOn } }: { of: CoHandlingView }) {
  const { today } = useMe()
  if (answer)
    return (
      <span className="standing" data-tone="done">
        ✓ 已提出
      </span>
    )
  if (ended)
    return (
      <span className="standing" data-tone="quiet">
        — 已收回
      </span>
    )
  return (
    <span className="standing" data-tone={today > dueOn ? 'late' : 'soon'}>
      {today > dueOn ? '… 逾期未提出' : '… 等待意见'}
    </span>
  )
}

function Course({ of: { by, on, dueOn, answer, ended } }: { of: CoHandlingView }) {
  const { today } = useMe()
  const last = answer
    ? `${answer.by}${shortDay(answer.on, today)}提出`
    : ended
      ? `${ended.by}${shortDay(ended.on, today)}收回${ended.reason && `：${ended.reason}`}`
      : `请于${shortDay(dueOn, today)}前提出`
  return (
    <p className="quiet">
      {by}
      {shortDay(on, today)}请协办；{last}
    </p>
  )
}
