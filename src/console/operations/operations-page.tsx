import { PageHead } from '../shell/page-head.tsx'
import { Guarded } from '../states/guarded.tsx'
import { BackupPanel } from './backup-panel.tsx'
import { JobsPanel } from './jobs-panel.tsx'
import { OutboxPanel } from './outbox-panel.tsx'

/** How the installation stands; one panel for each concern. */
export function OperationsPage() {
  return (
    <Guarded to={['systemAdmin']}>
      <div className="page">
        <PageHead
          title="运行状况"
          lead="备份能不能恢复，只有恢复过才知道：每天夜里做一份备份，在临时目录里恢复并逐项核验。系统按时做的工作做成没有，邮件发出没有，也在这里。"
        />
        <BackupPanel />
        <OutboxPanel />
        <JobsPanel />
      </div>
    </Guarded>
  )
}
