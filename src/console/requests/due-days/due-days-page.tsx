import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { chineseWeekday, type PlainDate, weekdayOf } from '../../../days/plain-date.ts'
import { businessRoles } from '../../../organs/role.ts'
import { type DueDay, type DueMonth, monthAfter, monthOf, whoseDays } from '../../../requests/due-days/due-days.ts'
import { useMe } from '../../session/me.ts'
import { PageHead } from '../../shell/page-head.tsx'
import { Fetched } from '../../states/fetched.tsx'
import { Guarded } from '../../states/guarded.tsx'
import { dueDays } from './due-days-api.ts'

/** 期限日历: on which days of a month open requests fall due. */
export function DueDaysPage() {
  const { today } = useMe()
  const [params, setParams] = useSearchParams()
  const month = params.get('month') ?? monthOf(today)
  const whose = whoseDays.find(({ id }) => id === params.get('whose'))?.id ?? 'unit'
  const query = useQuery({
    queryKey: ['requests', 'due-days', month, whose],
    queryFn: () => dueDays.month({ month, whose }),
    placeholderData: keepPreviousData,
  })
  const show = (changed: { month?: string; whose?: string }) => setParams({ month, whose, ...changed })
  return (
    <Guarded to={businessRoles}>
      <div className="page">
        <PageHead
          title="期限日历"
          lead="在办申请的期限落在哪一天。期限变动后，这里随之变动；下载到手机、电脑的日历不会自动更新。"
        />
        <section className="panel" aria-label={monthWords(month)}>
          <div className="row gap-below due-bar">
            <Button
              aria-label="上个月"
              icon={<LeftOutlined aria-hidden />}
              onClick={() => show({ month: monthAfter(month, -1) })}
            />
            <h2>{monthWords(month)}</h2>
            <Button
              aria-label="下个月"
              icon={<RightOutlined aria-hidden />}
              onClick={() => show({ month: monthAfter(month, 1) })}
            />
            {month === monthOf(today) ? null : <Button onClick={() => show({ month: monthOf(today) })}>本月</Button>}
            <Segmented
              aria-label="看谁的"
              options={whoseDays.map(({ id, label }) => ({ value: id, label }))}
              value={whose}
              onChange={(chosen) => show({ whose: chosen })}
            />
            <a className="due-download" href={dueDays.icsPath({ month, whose })} download>
              下载到日历（.ics）
            </a>
          </div>
          <Fetched query={query}>{(shown) => <Month shown={shown} today={today} />}</Fetched>
        </section>
      </div>
    </Guarded>
  )
}

const monthWords = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`

function Month({ shown: { days, total }, today }: { shown: DueMonth; today: PlainDate }) {
  const [first] = days
  return (
    <>
      <p className="quiet gap-below" role="status">
        {total > 0 ? `本月到期${total}件。` : '本月没有到期的申请。'}
      </p>
      <ol className="due-month">
        {days.map((day) => (
          <Day key={day.on} day={day} today={today} column={day === first ? weekdayOf(day.on) : undefined} />
        ))}
      </ol>
    </>
  )
}

function Day({ day: { on, isWorkingDay, label, items }, today, column }: DayProps) {
  return (
    <li
      data-rest={!isWorkingDay}
      data-today={on === today}
      data-empty={items.length === 0}
      style={column ? { gridColumnStart: column } : undefined}
    >
      <span className="due-date">
        <time dateTime={on}>{Number(on.slice(8))}日</time>
        <span className="quiet">
          周{chineseWeekday(on)}
          {on === today ? ' · 今天' : ''}
          {label ? ` · ${label}` : ''}
        </span>
      </span>
      {items.length > 0 ? (
        <ul className="stacked">
          {items.map(({ id, number, summary, what, unitName, handlerName }) => (
            <li key={id} className={on < today ? 'due-late' : ''} title={summary}>
              <Link to={`/requests/${id}`}>{number}</Link>
              <span>
                {what}
                {on < today ? '，已逾期' : ''}
              </span>
              <span className="quiet">{[unitName, handlerName].filter(Boolean).join(' ') || '未分办'}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}

interface DayProps {
  readonly day: DueDay
  readonly today: PlainDate
  /** In which column the first one stands. */
  readonly column: number | undefined
}
