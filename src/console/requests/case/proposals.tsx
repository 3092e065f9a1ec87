import { Link } from 'react-router'
import type { CaseView } from '../../../requests/case-view.ts'
import { Panel } from './panel.tsx'

/** What of this request was proposed to be public for all, and what has become of it. */
export function Proposals({ view: { proposals } }: { view: CaseView }) {
  if (proposals.length === 0) return null
  return (
    <Panel title="主动公开" count={proposals.length}>
      <ul className="similar stacked gap-16">
        {proposals.map(({ recordId, title, ground, record }) => (
          <li key={recordId}>
            {record ? (
              <Link to={`/records/${recordId}/editions/${record.edition}`}>{title}</Link>
            ) : (
              <span>{title}</span>
            )}
            <span className="tag-quiet">{record?.label ?? '草稿已经删除'}</span>
            <span className="quiet">{ground}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
