import { Spin } from 'antd'
import { Link } from 'react-router'
import type { QueueItem } from '../../../requests/case-view.ts'
import { CardPaging } from '../../lists/card-paging.tsx'
import type { ListProps } from '../../lists/paging.ts'
import { DueText } from './due-text.tsx'
import { urgencyOf } from './due-words.ts'
import { StatusMark } from './status-mark.tsx'

/** The list on a narrow screen. */
export function QueueCards({ items, isLoading, paging }: ListProps<QueueItem>) {
  return (
    <Spin spinning={isLoading}>
      <ul className="cards">
        {items.map(({ id, number, summary, applicant, status, due, isPaused, unitName, handlerName, waitsFor }) => (
          <li key={id} className={due ? `due-${urgencyOf(due)}` : ''}>
            <Link to={`/requests/${id}`} className="card">
              <span className="row apart">
                <strong>{number}</strong>
                <StatusMark status={status} />
              </span>
              <span className="two-lines">{summary}</span>
              <DueText due={due} isPaused={isPaused} />
              <span className="quiet">
                {waitsFor ? `轮到${waitsFor} · ` : ''}
                {applicant} · {unitName ? [unitName, handlerName].filter(Boolean).join(' ') : '未分办'}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <CardPaging {...paging} />
    </Spin>
  )
}
