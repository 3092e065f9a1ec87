import { Table, type TableColumnsType } from 'antd'
import { Link, useNavigate } from 'react-router'
import type { RecordItem } from '../../../disclosure/record-view.ts'
import { useMe } from '../../session/me.ts'
import { editionPath } from '../records-api.ts'
import { DayDue } from './day-due.tsx'
import { isOnTheWay, rowUrgency } from './due-words.ts'
import { EditionMark } from './edition-mark.tsx'
import type { RecordListProps } from './record-list.ts'
import { ActTags, TurnWords, titleOf } from './record-words.tsx'

const columns: TableColumnsType<RecordItem> = [
  {
    title: '标题',
    render: (_, item) => (
      <span className="queue-what">
        <span>
          <Link to={editionPath(item)}>{titleOf(item)}</Link> <ActTags item={item} />
        </span>
        <span className="quiet">
          {item.typeLabel}
          {item.columnName ? ` · ${item.columnName}` : ''}
        </span>
      </span>
    ),
  },
  { title: '状态', width: 168, render: (_, { status }) => <EditionMark status={status} /> },
  { title: '轮到谁', width: 190, render: (_, item) => <TurnWords item={item} /> },
  {
    title: '发布期限',
    width: 136,
    render: (_, { status, publishBy, publishLeft }) => (
      <DayDue day={isOnTheWay(status) ? publishBy : null} left={publishLeft} />
    ),
  },
  { title: '审核期限', width: 136, render: (_, { stepDueOn, stepLeft }) => <DayDue day={stepDueOn} left={stepLeft} /> },
]

export function RecordTable({ items, isLoading, paging }: RecordListProps) {
  const go = useNavigate()
  const { today } = useMe()
  return (
    <Table<RecordItem>
      className="queue-table"
      rowKey={editionPath}
      columns={columns}
      dataSource={[...items]}
      loading={isLoading}
      rowClassName={(item) => `due-${rowUrgency(item, today)}`}
      onRow={(item) => ({
        onClick: ({ target }) => {
          const isLink = target instanceof Element && target.closest('a') !== null
          if (!isLink && getSelection()?.isCollapsed !== false) go(editionPath(item))
        },
      })}
      pagination={{
        current: paging.page,
        total: paging.total,
        pageSize: paging.pageSize,
        onChange: paging.onPage,
        showSizeChanger: false,
        hideOnSinglePage: false,
        showTotal: (total) => `共 ${total} 条`,
      }}
    />
  )
}
