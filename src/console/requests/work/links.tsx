import { Link } from 'react-router'
import type { CaseView } from '../../../requests/case-view.ts'
import { useMe } from '../../session/me.ts'
import { shortDay } from '../../words.ts'
import { Panel } from '../case/panel.tsx'

/** The requests that belong together with this one, from whichever side they were linked. */
export function Links({ view }: { view: CaseView }) {
  const { today } = useMe()
  const { links } = view.work
  if (links.length === 0) return null
  return (
    <Panel title="关联的申请" count={links.length}>
      <ul className="similar stacked gap-16">
        {links.map(({ id, number, summary, status, why, reason, on, by }) => (
          <li key={id}>
            <Link to={`/requests/${id}`}>{number}</Link>
            <span className="tag-quiet">{why}</span>
            <span className="two-lines">{summary}</span>
            <span>{reason}</span>
            <span className="quiet">
              {status} · {by}
              {shortDay(on, today)}关联
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
