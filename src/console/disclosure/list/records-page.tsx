import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { businessRoles } from '../../../organs/role.ts'
import { ListPanel } from '../../lists/list-panel.tsx'
import { holds, useMe } from '../../session/me.ts'
import { PageHead } from '../../shell/page-head.tsx'
import { Guarded } from '../../states/guarded.tsx'
import { records } from '../records-api.ts'
import { BeginDialog } from './begin-dialog.tsx'
import { RecordCards } from './record-cards.tsx'
import { useRecordChoices } from './record-choices.ts'
import { RecordTable } from './record-table.tsx'
import { recordViews } from './record-views.ts'

export function RecordsPage() {
  return (
    <Guarded to={businessRoles}>
      <Records />
    </Guarded>
  )
}

/** What the organ publishes by itself: what waits for whom and until when. */
function Records() {
  const me = useMe()
  const choices = useRecordChoices()
  const [isBeginning, setBeginning] = useState(false)
  return (
    <div className="page">
      <PageHead title="主动公开">
        {holds(me, ['clerk']) ? (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setBeginning(true)}>
            新建
          </Button>
        ) : null}
      </PageHead>
      <ListPanel
        name="records"
        views={recordViews}
        first="mine"
        read={records.list}
        search="标题中的字词"
        wide={RecordTable}
        narrow={RecordCards}
        choices={choices}
        savedAs="records"
      />
      {isBeginning ? <BeginDialog onClose={() => setBeginning(false)} /> : null}
    </div>
  )
}
