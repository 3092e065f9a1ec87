import type { TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { RecordItem } from '../../../disclosure/record-view.ts'
import { ListTable } from '../../lists/list-table.tsx'
import type { ListProps } from '../../lists/paging.ts'
import { useMe } from '../../session/me.ts'
import { editionPath } from '../records-api.ts'
import { DayDue } from './day-due.tsx'
import { isOnTheWay, rowUrgency } from './due-words.ts'
import { EditionMark } from './edition-mark.tsx'
import { ActTags, kindOf, TurnWords, titleOf } from './record-words.tsx'

const columns: TableColumnsType<RecordItem> = [
  {
    title: '标题',
    render: (_, item) => (
      <span className="queue-what">
        <span>
          <Link to={editionPath(item)}>{titleOf(item)}</Link> <ActTags item={item} />
        </span>
        <span className="quiet">{kindOf(item)}</span>
      </span>
    ),
  },
  {
    key: 'status',
    title: '状态',
    width: 148,
    render: (_, { status, act }) => <EditionMark status={status} act={act} />,
  },
  { title: '轮到谁', width: 172, render: (_, item) => <TurnWords item={item} /> },
  {
    key: 'publishBy',
    title: '发布期限',
    width: 160,
    render: (_, { status, publishBy, publishLeft }) => (
      <DayDue day={isOnTheWay(status) ? publishBy : null} left={publishLeft} />
    ),
  },
  {
    key: 'stepDueOn',
    title: '审核期限',
    width: 160,
    render: (_, { stepDueOn, stepLeft }) => <DayDue day={stepDueOn} left={stepLeft} />,
  },
]

export function RecordTable(props: ListProps<RecordItem>) {
  const { today } = useMe()
  return (
    <ListTable
      {...props}
      columns={columns}
      keyOf={editionPath}
      pathOf={editionPath}
      rowClass={(item) => `due-${rowUrgency(item, today)}`}
      unit="条"
    />
  )
}
