import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { requests } from '../../api.ts'
import { ListPanel } from '../../lists/list-panel.tsx'
import { holds, useMe } from '../../session/me.ts'
import { PageHead } from '../../shell/page-head.tsx'
import { assignTogether } from './assign-together.tsx'
import { QueueCards } from './queue-cards.tsx'
import { QueueTable } from './queue-table.tsx'
import { useRequestChoices } from './request-filters.ts'
import { views } from './views.ts'

/** The requests; `first` is the view that is shown unless another is asked for. */
export function QueuePage({ title, first, notice, isRegister = false }: QueuePageProps) {
  const me = useMe()
  const choices = useRequestChoices()
  return (
    <div className="page">
      <PageHead title={title}>
        {holds(me, ['clerk']) ? (
          <Link to="/requests/new">
            <Button type="primary" icon={<PlusOutlined aria-hidden />}>
              登记申请
            </Button>
          </Link>
        ) : null}
      </PageHead>
      {notice}
      <ListPanel
        name="requests"
        views={views}
        first={first}
        read={requests.list}
        search="编号、申请内容、申请人"
        wide={QueueTable}
        narrow={QueueCards}
        choices={choices}
        {...(holds(me, ['clerk', 'ogiHead']) ? { together: assignTogether } : {})}
        {...(isRegister ? { savedAs: 'requests' as const } : {})}
      />
    </div>
  )
}

interface QueuePageProps {
  readonly title: string
  readonly first: (typeof views)[number]['id']
  /** What else waits, over the list. */
  readonly notice?: ReactNode
  /** Where views of one's own are kept; the workbench always begins with what is to be done. */
  readonly isRegister?: boolean
}
