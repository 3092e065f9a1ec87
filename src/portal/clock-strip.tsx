import { chineseDate, chineseWeekday, type PlainDate, weekdayOf } from '../days/plain-date.ts'
import type { ClockView, StripDay } from '../requests/case-view.ts'
import { explainingLabel, pausedWords, payingLabel, waitedFor } from '../requests/pause.ts'

/** A sign for each kind of day, so that colour is never the only difference. */
const kinds = {
  start: { label: '起算日，不计入', sign: '起' },
  counted: { label: '计入的工作日', sign: '' },
  makeUpWorkday: { label: '调休上班，计入', sign: '班' },
  weekend: { label: '周末，不计入', sign: '' },
  holiday: { label: '节假日，不计入', sign: '休' },
  localClosure: { label: '当地放假，不计入', sign: '休' },
  excluded: { label: '不计入', sign: '停' },
} as const satisfies Record<StripDay['kind'], { label: string; sign: string }>

/** 已经计入17个工作日，共20个，还剩3个 */
export function countSentence(clock: ClockView): string {
  const { usedDays, leftDays, allowedDays, isOver, isPaused } = clock
  const used = usedDays === 0 ? '今天还没有计入工作日' : `已经计入${usedDays}个工作日`
  const total = `共${allowedDays}个`
  if (isOver) return `期限${total}工作日已经用完${leftDays === 0 ? '' : `，超过${-leftDays}个工作日`}`
  return `${used}，${total}，还剩${leftDays}个${isPaused ? `（正在${pausedWords(clock)}，暂不计算）` : ''}`
}

interface StripProps {
  readonly clock: ClockView
  readonly today: PlainDate
  /** Then nothing is counted any more. */
  readonly isConcluded: boolean
}

/** The legal clock of a request, one cell a day and month by month, with the same days as a table. */
export function ClockStrip({ clock, today, isConcluded }: StripProps) {
  const months = [...Map.groupBy(clock.days, ({ day }) => day.slice(0, 7))]
  const from = `自${chineseDate(clock.startedOn)}起算（${clock.startReason}）`
  return (
    <figure className={clock.isOver ? 'clock late' : 'clock'}>
      <figcaption>
        {isConcluded ? (
          `申请已经办结，不再计算期限。答复期限${from}，原为${chineseDate(clock.dueOn)}。`
        ) : (
          <>
            <strong>{countSentence(clock)}。</strong>
            {`${from}，应于${chineseDate(clock.dueOn)}前答复。`}
          </>
        )}
      </figcaption>
      <div className="clock-months" aria-hidden="true">
        {months.map(([month, days]) => (
          <Month key={month} month={month} days={days} today={today} />
        ))}
      </div>
      <Legend clock={clock} today={today} />
      <ExcludedSpans excluded={clock.excluded} />
      {clock.provisional && <p className="hint">期限涉及的年份尚未公布节假日安排，公布后期限可能顺延。</p>}
      <details>
        <summary>逐日列表</summary>
        <DayTable days={clock.days} />
      </details>
    </figure>
  )
}

/** What each sign means of those that the strip shows. */
function Legend({ clock, today }: Pick<StripProps, 'clock' | 'today'>) {
  const used = Object.entries(kinds).filter(([kind]) => clock.days.some((day) => day.kind === kind))
  return (
    <ul className="clock-legend" aria-hidden="true">
      {used.map(([kind, { label, sign }]) => (
        <li key={kind}>
          <span className={`day ${kind}`}>{kind === 'counted' ? '1' : sign || '　'}</span>
          {kind === 'excluded' ? `${waitedFor(clock.excluded)}，${label}` : label}
        </li>
      ))}
      {clock.days.some(({ number, day }) => number !== null && day > today) && (
        <li>
          <span className="day counted ahead">2</span>
          还没有到的工作日
        </li>
      )}
      {clock.days.some(({ isToday }) => isToday) && (
        <li>
          <span className="day today-mark">今</span>
          今天
        </li>
      )}
      <li>
        <span className="day due-mark">限</span>
        答复期限最后一日
      </li>
    </ul>
  )
}

function ExcludedSpans({ excluded }: Pick<ClockView, 'excluded'>) {
  if (excluded.length === 0) return null
  return (
    <ul className="clock-excluded">
      {excluded.map(({ label, from, to }) => (
        <li key={`${label} ${from}`}>
          {label}：{chineseDate(from)}至{chineseDate(to)}，不计入期限
          {label === explainingLabel || label === payingLabel ? '' : '（条例第三十三条）'}
        </li>
      ))}
    </ul>
  )
}

function Month({ month, days, today }: { month: string; days: readonly StripDay[]; today: PlainDate }) {
  const [year, number] = month.split('-')
  const [first] = days
  return (
    <div className="clock-month">
      <p className="month-name">
        {year}年{Number(number)}月
      </p>
      <div className="month-days">
        {[...'一二三四五六日'].map((name) => (
          <span key={name} className="fine weekday">
            {name}
          </span>
        ))}
        {first && [...Array(weekdayOf(first.day) - 1).keys()].map((blank) => <span key={blank} />)}
        {days.map((each) => (
          <Cell key={each.day} {...each} hasPassed={each.day <= today} />
        ))}
      </div>
    </div>
  )
}

function Cell({ day, kind, number, isToday, isDue, hasPassed }: StripDay & { hasPassed: boolean }) {
  const classes = ['day', kind, number !== null && !hasPassed && 'ahead', isToday && 'today', isDue && 'due']
  const sign = [isToday && '今', isDue && '限', kinds[kind].sign].find(Boolean)
  return (
    <span className={classes.filter(Boolean).join(' ')}>
      <span className="date">{Number(day.slice(8))}</span>
      <span className="count">{[sign, number].filter(Boolean).join(' ') || '　'}</span>
    </span>
  )
}

function DayTable({ days }: { days: readonly StripDay[] }) {
  return (
    <table className="plain-table words">
      <caption className="unseen">答复期限逐日列表</caption>
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">情况</th>
          <th scope="col">第几个工作日</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, kind, label, number, isToday, isDue }) => (
          <tr key={day}>
            <th scope="row">
              {chineseDate(day)}（周{chineseWeekday(day)}）
            </th>
            <td>
              {[kind === 'counted' ? '工作日' : label, isToday && '今天', isDue && '期限最后一日']
                .filter(Boolean)
                .join('，')}
            </td>
            <td>{number ?? '不计入'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
