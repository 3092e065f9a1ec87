import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { Link } from 'react-router'
import { chineseDate, plainDate } from '../../../days/plain-date.ts'
import { businessRoles } from '../../../organs/role.ts'
import {
  type Figure,
  type Statistics,
  type StatisticsLine,
  statisticsBy,
} from '../../../requests/statistics/statistics.ts'
import { get, query } from '../../api.ts'
import { FilterBar } from '../../lists/filter-bar.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { useWanted } from '../../shell/use-wanted.ts'
import { Fetched } from '../../states/fetched.tsx'
import { Guarded } from '../../states/guarded.tsx'

/** 统计: what was received and concluded in a time; every figure opens the list that it counts. */
export function StatisticsPage() {
  const { wanted, show } = useWanted()
  const by = statisticsBy.find(({ id }) => id === wanted.by)?.id ?? 'month'
  const asked = { by, from: wanted.from, to: wanted.to }
  const statistics = useQuery({
    queryKey: ['requests', 'statistics', asked],
    queryFn: () => get<Statistics>(`request-statistics${query(asked)}`),
    placeholderData: keepPreviousData,
  })
  return (
    <Guarded to={businessRoles}>
      <div className="page">
        <PageHead
          title="申请统计"
          lead="供日常掌握情况。年度报告的数字按报告的口径另行计算，以年度报告为准。点数字，打开它所数的申请。"
        />
        <section className="panel" aria-label="申请统计">
          <div className="queue-bar">
            <Segmented
              aria-label="怎样统计"
              options={statisticsBy.map(({ id, label }) => ({ value: id, label }))}
              value={by}
              onChange={(chosen) => show({ by: chosen })}
            />
            <FilterBar
              wanted={{ ...wanted, by }}
              show={show}
              filters={[]}
              days={[{ id: 'receivedOn', label: '时间' }]}
              exportAt="request-statistics/export"
              exportTitle="导出当前的统计表；每次导出都记入审计日志"
            />
          </div>
          <Fetched query={statistics}>{(shown) => <StatisticsTable shown={shown} />}</Fetched>
        </section>
      </div>
    </Guarded>
  )
}

const heads = { month: '月份', outcome: '办理结果', unit: '承办科室' } as const

function StatisticsTable({ shown: { by, from, to, lines, sums } }: { shown: Statistics }) {
  const isOfOutcomes = by === 'outcome'
  return (
    <div className="wide-table">
      <table className="plain-table statistics">
        <caption>
          {chineseDate(plainDate(from))}至{chineseDate(plainDate(to))}
          {isOfOutcomes ? '办结的申请' : '收到、办结的申请'}
        </caption>
        <thead>
          <tr>
            <th scope="col">{heads[by]}</th>
            {isOfOutcomes ? (
              <th scope="col">依据</th>
            ) : (
              <th scope="col" className="number">
                收到
              </th>
            )}
            <th scope="col" className="number">
              办结
            </th>
            {isOfOutcomes ? null : (
              <th scope="col" className="number">
                收到的申请中尚未办结
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.key} line={line} isOfOutcomes={isOfOutcomes} />
          ))}
        </tbody>
        <tfoot>
          <Line line={{ key: 'all', label: '合计', ground: '', ...sums }} isOfOutcomes={isOfOutcomes} />
        </tfoot>
      </table>
    </div>
  )
}

const Line = ({ line, isOfOutcomes }: { line: StatisticsLine; isOfOutcomes: boolean }) => (
  <tr>
    <th scope="row">{line.label}</th>
    {isOfOutcomes ? <td>{line.ground}</td> : <Count of={line.received} what={`${line.label}收到`} />}
    <Count of={line.concluded} what={`${line.label}办结`} />
    {isOfOutcomes ? null : <Count of={line.open} what={`${line.label}收到、尚未办结`} />}
  </tr>
)

const Count = ({ of, what }: { of: Figure | null; what: string }) => (
  <td className="number">
    {of && of.count > 0 ? (
      <Link to={`/requests?${new URLSearchParams(of.list)}`} aria-label={`${what}${of.count}件`}>
        {of.count}
      </Link>
    ) : (
      <span className="quiet">{of?.count ?? ''}</span>
    )}
  </td>
)
