import { PageHead } from '../shell/page-head.tsx'
import { Guarded } from '../states/guarded.tsx'
import { JobsPanel } from './jobs-panel.tsx'

export function OperationsPage() {
  return (
    <Guarded to={['systemAdmin']}>
      <div className="page">
        <PageHead title="运行状况" lead="系统按时做的工作，做成没有，哪里需要人看一看。" />
        <JobsPanel />
      </div>
    </Guarded>
  )
}
