import type { ReportedYear } from '../report/store/reported-years.ts'

type YearFigure = Pick<ReportedYear, 'year' | 'newReceived' | 'isForged'>

const slot = 60
const bar = 34
const plot = { top: 26, height: 150, foot: 26 }
/** More columns than this cannot be read on a phone; the table has them all. */
const mostYears = 8

/** New requests by year as columns, with the same figures as a table. Nothing where there is only one year. */
export function RequestsChart({ figures, current }: { figures: readonly YearFigure[]; current?: number }) {
  const byYear = figures.toSorted((a, b) => a.year - b.year)
  if (byYear.length < 2) return null
  return (
    <section className="chart" aria-labelledby="chart-heading">
      <h2 id="chart-heading">历年新收政府信息公开申请</h2>
      <div className="chart-row">
        <Columns figures={byYear.slice(-mostYears)} {...(current !== undefined && { current })} />
        <table className="plain-table">
          <caption className="unseen">历年新收政府信息公开申请数量</caption>
          <thead>
            <tr>
              <th scope="col">年度</th>
              <th scope="col">新收申请（件）</th>
            </tr>
          </thead>
          <tbody>
            {byYear.toReversed().map((each) => (
              <tr key={each.year}>
                <th scope="row">{each.year}年</th>
                <td>{each.newReceived ?? unknown(each)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Columns({ figures, current }: { figures: readonly YearFigure[]; current?: number }) {
  const most = Math.max(1, ...figures.map(({ newReceived }) => newReceived ?? 0))
  const width = figures.length * slot
  const height = plot.top + plot.height + plot.foot
  const base = plot.top + plot.height
  const words = figures.map(
    (each) => `${each.year}年${each.newReceived === null ? unknown(each) : `${each.newReceived}件`}`,
  )
  return (
    <svg
      className="columns"
      viewBox={`0 0 ${width} ${height}`}
      width={`${width / 16}rem`}
      role="img"
      aria-labelledby="chart-title chart-words"
    >
      <title id="chart-title">历年新收政府信息公开申请柱状图</title>
      <desc id="chart-words">{words.join('，')}。</desc>
      {figures.map(({ year, newReceived }, index) => {
        const middle = index * slot + slot / 2
        const tall = ((newReceived ?? 0) / most) * plot.height
        return (
          <g key={year} className={year === current ? 'current' : undefined}>
            <rect x={middle - bar / 2} y={round(base - tall)} width={bar} height={round(tall)} />
            <text x={middle} y={round(base - tall - 8)} textAnchor="middle">
              {newReceived ?? '—'}
            </text>
            <text x={middle} y={base + 20} textAnchor="middle">
              {year}
            </text>
          </g>
        )
      })}
      <line x1="0" x2={width} y1={base} y2={base} />
    </svg>
  )
}

/** Why there is no figure. */
const unknown = ({ isForged }: YearFigure): string => (isForged ? '正在核查' : '未载明')

const round = (length: number) => Math.round(length * 10) / 10
