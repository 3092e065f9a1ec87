import { PlusOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Grid, Input } from 'antd'
import { Link } from 'react-router'
import { requests } from '../api.ts'
import { holds, useMe } from '../session/me.ts'
import { PageHead } from '../shell/page-head.tsx'
import { useWanted } from '../shell/use-wanted.ts'
import { Fetched } from '../states/fetched.tsx'
import { ExportButton } from './export-button.tsx'
import { QueueCards } from './queue-cards.tsx'
import { QueueEmpty } from './queue-empty.tsx'
import { QueueTable } from './queue-table.tsx'
import { ViewLinks } from './view-links.tsx'
import { type ViewId, viewOf } from './views.ts'

/** A list of requests: views, search, pages. Where one stands is in the address, so that the way back leads there. */
export function QueuePage({ title, first }: { title: string; first: ViewId }) {
  const me = useMe()
  const isWide = Grid.useBreakpoint().lg ?? true
  const { wanted, page, show: go } = useWanted()
  const view = viewOf(wanted.view ?? null, first)
  const q = wanted.q ?? ''
  const list = useQuery({
    queryKey: ['requests', view, q, page],
    queryFn: () => requests.list(view, q, page),
    placeholderData: keepPreviousData,
  })
  const show = (next: { q?: string; page?: number }) => go({ view, ...next })
  return (
    <div className="page">
      <PageHead title={title}>
        <ExportButton />
        {holds(me, ['clerk']) ? (
          <Link to="/requests/new">
            <Button type="primary" icon={<PlusOutlined aria-hidden />}>
              登记申请
            </Button>
          </Link>
        ) : null}
      </PageHead>
      <div className="panel">
        <div className="queue-bar">
          <ViewLinks view={view} first={first} q={q} />
          <Input.Search
            key={q}
            className="queue-search"
            allowClear
            defaultValue={q}
            placeholder="编号、申请内容、申请人"
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
              onPage: (page: number) => show({ page }),
            }
            if (data.items.length === 0) return <QueueEmpty view={view} q={q} onClear={() => show({ q: '' })} />
            const List = isWide ? QueueTable : QueueCards
            return <List items={data.items} isLoading={list.isPlaceholderData} paging={paging} />
          }}
        </Fetched>
      </div>
    </div>
  )
}
