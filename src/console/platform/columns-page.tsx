import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { type ComponentProps, useState } from 'react'
import { businessRoles } from '../../organs/role.ts'
import { type ColumnView, platformEditors } from '../../platform/columns/column.ts'
import { holds, useMe } from '../session/me.ts'
import { PageHead } from '../shell/page-head.tsx'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { CloseColumn, EditColumn, ReopenColumn } from './column-dialogs.tsx'
import { inOrder, isStale } from './column-tree.ts'
import type { ColumnWish } from './column-wish.ts'
import { ColumnsTable } from './columns-table.tsx'
import { GiveTogether } from './give-together.tsx'
import { MoveColumn } from './move-column.tsx'
import { platform } from './platform-api.ts'
import { StaleColumns } from './stale-columns.tsx'
import { SubscriberLine } from './subscriber-line.tsx'

const views = [
  { value: 'all', label: '在用' },
  { value: 'stale', label: '超期或者尚无内容' },
  { value: 'soon', label: '临近期限' },
  { value: 'ownerless', label: '未定责任科室' },
  { value: 'closed', label: '已撤销' },
] as const
type ViewName = (typeof views)[number]['value']

const isShown: Readonly<Record<ViewName, (column: ColumnView) => boolean>> = {
  all: ({ closedOn }) => closedOn === null,
  stale: isStale,
  soon: ({ freshness }) => freshness === 'soon',
  ownerless: ({ closedOn, unitId }) => closedOn === null && unitId === null,
  closed: ({ closedOn }) => closedOn !== null,
}

/** The columns of the platform: what each is for, who keeps it, and whether it is kept. */
export function ColumnsPage() {
  const canEdit = holds(useMe(), platformEditors)
  const query = useQuery({ queryKey: ['columns'], queryFn: platform.columns })
  const [view, setView] = useState<ViewName>('all')
  const [wish, setWish] = useState<ColumnWish | null>(null)
  return (
    <Guarded to={[...businessRoles, ...platformEditors]}>
      <div className="page">
        <PageHead
          title="栏目"
          lead="五个一级栏目的名称和次序全国统一（国办公开办函〔2019〕61号），下面的栏目由本机关设置。"
        >
          {canEdit ? (
            <Button
              type="primary"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => setWish({ what: 'add', below: null })}
            >
              增设栏目
            </Button>
          ) : null}
        </PageHead>
        <Fetched query={query}>
          {({ items }) => (
            <>
              <StaleColumns columns={items} />
              <div className="panel">
                <Segmented<ViewName>
                  className="gap-below columns-views"
                  aria-label="显示哪些栏目"
                  options={views.map(({ value, label }) => ({
                    value,
                    label: `${label} ${items.filter(isShown[value]).length}`,
                  }))}
                  value={view}
                  onChange={setView}
                />
                <ShownColumns
                  key={view}
                  columns={inOrder(items).filter(isShown[view])}
                  isTree={view === 'all'}
                  onWish={canEdit ? setWish : undefined}
                />
                <SubscriberLine columns={items} />
              </div>
              <OpenedDialog wish={wish} columns={items} onClose={() => setWish(null)} />
            </>
          )}
        </Fetched>
      </div>
    </Guarded>
  )
}

/** What is out of sight is not ticked. */
function ShownColumns(props: Omit<ComponentProps<typeof ColumnsTable>, 'ticked' | 'onTick'>) {
  const [ticked, setTicked] = useState<readonly string[]>([])
  const inSight = props.columns.filter(({ id }) => ticked.includes(id))
  return (
    <>
      {inSight.length > 0 ? <GiveTogether columns={inSight} onDone={() => setTicked([])} /> : null}
      <ColumnsTable {...props} ticked={inSight.map(({ id }) => id)} onTick={setTicked} />
    </>
  )
}

interface OpenedProps {
  readonly wish: ColumnWish | null
  readonly columns: readonly ColumnView[]
  readonly onClose: () => void
}

function OpenedDialog({ wish, columns, onClose }: OpenedProps) {
  switch (wish?.what) {
    case 'add':
      return <EditColumn column={null} below={wish.below} columns={columns} onClose={onClose} />
    case 'edit':
      return <EditColumn column={wish.column} below={null} columns={columns} onClose={onClose} />
    case 'move':
      return <MoveColumn column={wish.column} columns={columns} onClose={onClose} />
    case 'close':
      return <CloseColumn column={wish.column} columns={columns} onClose={onClose} />
    case 'reopen':
      return <ReopenColumn column={wish.column} onClose={onClose} />
    default:
      return null
  }
}
