import { Button } from 'antd'
import { Link } from 'react-router'
import { chineseDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import type { StepName } from '../../../requests/step-inputs.ts'
import { WholeDays } from '../../whole-days.tsx'
import { Panel } from './panel.tsx'

/** Earlier requests of the same applicant or of nearly the same text: a repeat is answered once (art. 36(6)). */
export function Similar({ view, onStep }: { view: CaseView; onStep: (step: StepName) => void }) {
  if (view.similar.length === 0) return null
  const canLink = view.steps.some(({ name, why }) => name === 'link' && why === null)
  return (
    <Panel
      title="相近的申请"
      count={view.similar.length}
      extra={
        canLink ? (
          <Button className="no-print" type="link" size="small" onClick={() => onStep('link')}>
            关联
          </Button>
        ) : null
      }
    >
      <ul className="similar stacked gap-16">
        {view.similar.map(({ id, number, summary, receivedOn, outcomeLabel, why }) => (
          <li key={id}>
            <Link to={`/requests/${id}`}>{number}</Link>
            <span className="tag-quiet">{why}</span>
            <span className="two-lines">{summary}</span>
            <span className="quiet">
              <WholeDays>
                {[receivedOn ? `${chineseDate(receivedOn)}收到` : '', outcomeLabel ?? '尚未办结']
                  .filter(Boolean)
                  .join(' · ')}
              </WholeDays>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
