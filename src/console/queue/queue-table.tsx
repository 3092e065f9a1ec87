import { Table, type TableColumnsType } from 'antd'
import { Link, useNavigate } from 'react-router'
import type { QueueItem } from '../../requests/case-view.ts'
import { applicantKindLabel, channelLabel } from '../words.ts'
import { DueText, urgencyOf } from './due-text.tsx'
import type { QueueListProps } from './queue-list.ts'
import { StatusMark } from './status-mark.tsx'

const columns: TableColumnsType<QueueItem> = [
  {
    title: '编号与内容',
    render: (_, { id, number, summary }) => (
      <span className="queue-what">
        <Link to={`/requests/${id}`}>{number}</Link>
        <span className="two-lines">{summary}</span>
      </span>
    ),
  },
  {
    title: '申请人',
    width: 148,
    render: (_, { applicant, applicantKind, channel }) => (
      <span className="stacked">
        {applicant}
        <span className="quiet">
          {applicantKindLabel(applicantKind)} · {channelLabel(channel)}
        </span>
      </span>
    ),
  },
  { title: '状态', width: 140, render: (_, { status }) => <StatusMark status={status} /> },
  {
    title: '期限',
    width: 290,
    render: (_, { due, isPaused }) => <DueText due={due} isPaused={isPaused} />,
  },
  {
    title: '承办',
    width: 128,
    render: (_, { unitName, handlerName }) =>
      unitName ? (
        <span className="stacked">
          {unitName}
          <span className="quiet">{handlerName}</span>
        </span>
      ) : (
        <span className="quiet">未分办</span>
      ),
  },
]

export function QueueTable({ items, isLoading, paging }: QueueListProps) {
  const go = useNavigate()
  return (
    <Table<QueueItem>
      className="queue-table"
      rowKey="id"
      columns={columns}
      dataSource={[...items]}
      loading={isLoading}
      rowClassName={({ due }) => (due ? `due-${urgencyOf(due)}` : '')}
      onRow={({ id }) => ({
        onClick: ({ target }) => {
          const isLink = target instanceof Element && target.closest('a') !== null
          if (!isLink && getSelection()?.isCollapsed !== false) go(`/requests/${id}`)
        },
      })}
      pagination={{
        current: paging.page,
        total: paging.total,
        pageSize: paging.pageSize,
        onChange: paging.onPage,
        showSizeChanger: false,
        hideOnSinglePage: false,
        showTotal: (total) => `共 ${total} 件`,
      }}
    />
  )
}
