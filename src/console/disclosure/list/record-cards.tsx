import { Spin } from 'antd'
import { Link } from 'react-router'
import type { RecordItem } from '../../../disclosure/record-view.ts'
import { CardPaging } from '../../lists/card-paging.tsx'
import type { ListProps } from '../../lists/paging.ts'
import { useMe } from '../../session/me.ts'
import { editionPath } from '../records-api.ts'
import { DayDue } from './day-due.tsx'
import { isOnTheWay, rowUrgency } from './due-words.ts'
import { EditionMark } from './edition-mark.tsx'
import { ActTags, kindOf, TurnWords, titleOf } from './record-words.tsx'

/** The list on a narrow screen. */
export function RecordCards({ items, isLoading, paging }: ListProps<RecordItem>) {
  const { today } = useMe()
  return (
    <Spin spinning={isLoading}>
      <ul className="cards">
        {items.map((item) => (
          <li key={editionPath(item)} className={`due-${rowUrgency(item, today)}`}>
            <Link to={editionPath(item)} className="card">
              <span className="two-lines record-card-title">{titleOf(item)}</span>
              <span className="row apart">
                <EditionMark status={item.status} act={item.act} />
                <TurnWords item={item} />
              </span>
              <span className="facts-line">
                {isOnTheWay(item.status) && item.publishBy ? (
                  <span>
                    发布期限 <DayDue day={item.publishBy} left={item.publishLeft} />
                  </span>
                ) : null}
                {item.stepDueOn ? (
                  <span>
                    审核期限 <DayDue day={item.stepDueOn} left={item.stepLeft} />
                  </span>
                ) : null}
              </span>
              <span className="quiet">
                {kindOf(item)} <ActTags item={item} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <CardPaging {...paging} />
    </Spin>
  )
}
