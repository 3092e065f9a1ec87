import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { Link } from 'react-router'
import { isPlainDate } from '../../days/plain-date.ts'
import { businessRoles } from '../../organs/role.ts'
import type { TimelinessFigures, TimelinessLine } from '../../supervision/timeliness/timeliness.ts'
import { query } from '../api.ts'
import { DayField } from '../fields/day-field.tsx'
import { useMe } from '../session/me.ts'
import { PageHead } from '../shell/page-head.tsx'
import { useWanted } from '../shell/use-wanted.ts'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { LateList } from './late-list.tsx'
import { timeliness } from './timeliness-api.ts'
import { daysWords, spanOf, sumWords } from './timeliness-words.ts'

/** How soon information comes out by column and unit, and what came out late, with reasons. */
export function TimelinessPage() {
  const { today } = useMe()
  const { wanted, show } = useWanted()
  const span = spanOf(wanted, today)
  const figures = useQuery({
    queryKey: ['timeliness', span],
    queryFn: () => timeliness.figures(span),
    placeholderData: keepPreviousData,
  })
  const setDay = (wish: Readonly<Record<string, string | null>>) => {
    for (const [name, day] of Object.entries(wish)) if (day !== null && isPlainDate(day)) show({ [name]: day })
  }
  const [fromId, toId] = [useId(), useId()]
  return (
    <Guarded to={businessRoles}>
      <div className="page">
        <PageHead
          title="时效"
          lead="自信息形成、变更之日起20个工作日内公开（条例第二十六条），另有规定的从其规定。按首次发布之日计算；信息有变更的，按更正发布之日计算。"
        />
        <div className="row ledger-day">
          <label htmlFor={fromId}>发布日期从</label>
          <DayField isNeeded id={fromId} value={span.from} onChange={(from) => setDay({ from })} />
          <label htmlFor={toId}>到</label>
          <DayField isNeeded id={toId} value={span.to} onChange={(to) => setDay({ to })} />
        </div>
        <Fetched query={figures}>
          {({ all, byColumn, byUnit }) => (
            <>
              <Sums all={all} />
              <div className="columns two-panels gap-below">
                <Lines title="按栏目" lines={byColumn} param="columnId" none="未分栏目" />
                <Lines title="按科室" lines={byUnit} param="unitId" none="未编入科室" />
              </div>
              <LateList span={span} byColumn={byColumn} byUnit={byUnit} />
            </>
          )}
        </Fetched>
      </div>
    </Guarded>
  )
}

function Sums({ all }: { all: TimelinessFigures }) {
  return (
    <dl className="panel figure-row gap-below">
      {sumWords(all).map(({ label, value, isLate }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={isLate ? 'late' : ''}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Lines({ title, lines, param, none }: LinesProps) {
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      {lines.length === 0 ? (
        <p className="quiet">这段时间没有发布信息。</p>
      ) : (
        <div className="wide-table">
          <table className="plain-table counts-table">
            <caption className="read-only-text">{title}的发布、逾期条数和形成至公开工作日的中位数</caption>
            <thead>
              <tr>
                <th scope="col">{title.slice(1)}</th>
                <th scope="col" className="number">
                  发布
                </th>
                <th scope="col" className="number">
                  逾期
                </th>
                <th scope="col" className="number">
                  中位工作日
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ id, name, published, late, medianDays }) => (
                <tr key={id ?? 'none'}>
                  <th scope="row">{name ?? none}</th>
                  <td className="number">{published}</td>
                  <td className="number">
                    {late === 0 || !id ? (
                      <span className="quiet">{late}</span>
                    ) : (
                      <LateLink param={param} id={id} label={`${name}逾期${late}条，打开清单`}>
                        {late}
                      </LateLink>
                    )}
                  </td>
                  <td className="number">{daysWords(medianDays)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

interface LinesProps {
  readonly title: string
  readonly lines: readonly TimelinessLine[]
  readonly param: 'columnId' | 'unitId'
  readonly none: string
}

/** Narrows the list of what is late to one column or one unit. */
function LateLink({ param, id, label, children }: LateLinkProps) {
  const { wanted } = useWanted()
  return (
    <Link
      className="late"
      to={{ search: query({ from: wanted.from, to: wanted.to, view: 'all', [param]: id }) }}
      aria-label={label}
      aria-current={wanted[param] === id ? 'true' : undefined}
    >
      {children}
    </Link>
  )
}

interface LateLinkProps {
  readonly param: 'columnId' | 'unitId'
  readonly id: string
  readonly label: string
  readonly children: ReactNode
}
