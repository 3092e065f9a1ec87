import type { TableColumnsType } from 'antd'
import { Link } from 'react-router'
import { applicantKindLabel } from '../../../requests/applicant/applicant-kind.ts'
import type { QueueItem } from '../../../requests/case-view.ts'
import { ListTable } from '../../lists/list-table.tsx'
import type { ListProps } from '../../lists/paging.ts'
import { channelLabel } from '../../words.ts'
import { DueText } from './due-text.tsx'
import { urgencyOf } from './due-words.ts'
import { StatusMark } from './status-mark.tsx'

const columns: TableColumnsType<QueueItem> = [
  {
    key: 'arrivedOn',
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
  {
    key: 'status',
    title: '状态',
    width: 150,
    render: (_, { status, waitsFor }) => (
      <span className="stacked">
        <StatusMark status={status} />
        {waitsFor ? <span className="quiet">轮到{waitsFor}</span> : null}
      </span>
    ),
  },
  {
    key: 'dueOn',
    title: '期限',
    width: 280,
    render: (_, { due, isPaused, concludedOn }) =>
      concludedOn ? <span className="quiet">{concludedOn}办结</span> : <DueText due={due} isPaused={isPaused} />,
  },
  {
    key: 'unit',
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

export function QueueTable(props: ListProps<QueueItem>) {
  return (
    <ListTable
      {...props}
      columns={columns}
      keyOf={({ id }) => `/requests/${id}`}
      pathOf={({ id }) => `/requests/${id}`}
      rowClass={({ due }) => (due ? `due-${urgencyOf(due)}` : '')}
      unit="件"
    />
  )
}
