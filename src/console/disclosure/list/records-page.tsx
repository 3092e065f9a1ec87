import { PlusOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Empty, Grid, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { businessRoles } from '../../../organs/role.ts'
import { query } from '../../api.ts'
import { holds, useMe } from '../../session/me.ts'
import { PageHead } from '../../shell/page-head.tsx'
import { useWanted } from '../../shell/use-wanted.ts'
import { Fetched } from '../../states/fetched.tsx'
import { Guarded } from '../../states/guarded.tsx'
import { records } from '../records-api.ts'
import { BeginDialog } from './begin-dialog.tsx'
import { RecordCards } from './record-cards.tsx'
import { RecordTable } from './record-table.tsx'
import { type RecordViewId, recordViewOf, recordViews } from './record-views.ts'

export function RecordsPage() {
  return (
    <Guarded to={businessRoles}>
      <Records />
    </Guarded>
  )
}

/** What the organ publishes by itself: what waits for whom and until when. Where one stands is in the address. */
function Records() {
  const me = useMe()
  const isWide = Grid.useBreakpoint().lg ?? true
  const [isBeginning, setBeginning] = useState(false)
  const { wanted, page, show: go } = useWanted()
  const view = recordViewOf(wanted.view ?? null)
  const q = wanted.q ?? ''
  const list = useQuery({
    queryKey: ['records', view, q, page],
    queryFn: () => records.list(view, q, page),
    placeholderData: keepPreviousData,
  })
  const show = (next: { q?: string; page?: number }) => go({ view, ...next })
  return (
    <div className="page">
      <PageHead title="主动公开">
        {holds(me, ['clerk']) ? (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setBeginning(true)}>
            新建
          </Button>
        ) : null}
      </PageHead>
      <div className="panel">
        <div className="queue-bar">
          <nav className="view-links" aria-label="查看">
            {recordViews.map(({ id, label }) => (
              <Link key={id} to={{ search: query({ view: id, q }) }} aria-current={id === view ? 'page' : undefined}>
                {label}
              </Link>
            ))}
          </nav>
          <Input.Search
            key={q}
            className="queue-search"
            allowClear
            defaultValue={q}
            placeholder="标题中的字词"
            aria-label="在列表中查找"
            onSearch={(text) => show({ q: text.trim() })}
            maxLength={100}
          />
        </div>
        <Fetched query={list}>
          {(data) => {
            const paging = {
              page,
              total: data.total,
              pageSize: data.pageSize,
              onPage: (at: number) => show({ page: at }),
            }
            if (data.items.length === 0) return <NoRecords view={view} q={q} onClear={() => show({ q: '' })} />
            const List = isWide ? RecordTable : RecordCards
            return <List items={data.items} isLoading={list.isPlaceholderData} paging={paging} />
          }}
        </Fetched>
      </div>
      {isBeginning ? <BeginDialog onClose={() => setBeginning(false)} /> : null}
    </div>
  )
}

function NoRecords({ view, q, onClear }: { view: RecordViewId; q: string; onClear: () => void }) {
  const { empty, hint } = recordViews.find(({ id }) => id === view) ?? recordViews[0]
  if (q !== '')
    return (
      <Empty className="empty" description={`这里没有标题含“${q}”的信息`}>
        <Button onClick={onClear}>清除查找条件</Button>
      </Empty>
    )
  return (
    <Empty className="empty" image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty}>
      {hint ? <span className="quiet">{hint}</span> : null}
    </Empty>
  )
}
