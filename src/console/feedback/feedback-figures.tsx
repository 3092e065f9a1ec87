import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { Link } from 'react-router'
import { feedbackKinds } from '../../feedback/feedback.ts'
import type { MonthCount } from '../../feedback/feedback-view.ts'
import { query } from '../api.ts'
import { useMe } from '../session/me.ts'
import { useWanted } from '../shell/use-wanted.ts'
import { Fetched } from '../states/fetched.tsx'
import { feedbackApi } from './feedback-api.ts'
import { sumOf } from './sums.ts'

/** How much came in a year by kind and by month; behind every number stands its list. */
export function Figures({ year }: { year: string | undefined }) {
  const { today } = useMe()
  const { show } = useWanted()
  const figures = useQuery({ queryKey: ['feedback', 'figures', year], queryFn: () => feedbackApi.figures(year) })
  return (
    <Fetched query={figures}>
      {({ year: shown, years, counts }) => {
        const months = [...new Set(counts.map(({ month }) => month))]
        return (
          <>
            <p className="row gap-below">
              <Select
                aria-label="统计年度"
                value={shown}
                options={years.map((each) => ({ value: each, label: `${each}年` }))}
                onChange={(wish: number) =>
                  show({ year: String(wish) === today.slice(0, 4) ? undefined : wish, month: undefined })
                }
              />
              <span className="quiet">按收到的日期统计；点数字看清单。</span>
            </p>
            <div className="columns two-panels gap-below">
              <Lines
                title="按类别"
                head="类别"
                year={shown}
                lines={feedbackKinds.map(({ id, label }) => ({
                  label,
                  narrowed: { kind: id },
                  counts: counts.filter(({ kind }) => kind === id),
                }))}
              />
              <Lines
                title="按月份"
                head="月份"
                year={shown}
                lines={months.map((month) => ({
                  label: `${month}月`,
                  narrowed: { month: String(month) },
                  counts: counts.filter((each) => each.month === month),
                }))}
              />
            </div>
          </>
        )
      }}
    </Fetched>
  )
}

interface Line {
  readonly label: string
  readonly narrowed: Readonly<Record<string, string>>
  readonly counts: readonly MonthCount[]
}

interface LinesProps {
  readonly title: string
  readonly head: string
  readonly year: number
  readonly lines: readonly Line[]
}

const heads = [
  ['received', 'all', '收到'],
  ['answered', 'answered', '已答复'],
  ['closed', 'closed', '无须答复'],
  ['open', 'open', '待答复'],
] as const

function Lines({ title, head, year, lines }: LinesProps) {
  const whole: Line = { label: '合计', narrowed: {}, counts: lines.flatMap(({ counts }) => counts) }
  return (
    <section className="panel" aria-label={`${year}年${title}`}>
      <h2>
        {year}年{title}
      </h2>
      <div className="wide-table">
        <table className="plain-table counts-table">
          <caption className="read-only-text">
            {year}年收到的公众意见{title}的条数和平均用时
          </caption>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {heads.map(([, , label]) => (
                <th key={label} scope="col" className="number">
                  {label}
                </th>
              ))}
              <th scope="col" className="number">
                平均工作日
              </th>
            </tr>
          </thead>
          <tbody>
            {[...lines, whole].map((line) => (
              <LineRow key={line.label} line={line} year={year} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function LineRow({ line: { label, narrowed, counts }, year }: { line: Line; year: number }) {
  const sum = sumOf(counts)
  return (
    <tr>
      <th scope="row">{label}</th>
      {heads.map(([id, status, words]) => (
        <td key={id} className="number">
          {sum[id] === 0 ? (
            <span className="quiet">0</span>
          ) : (
            <Link
              to={{ search: query({ year, status, ...narrowed }) }}
              aria-label={`${label}${words}${sum[id]}条，打开清单`}
            >
              {sum[id]}
            </Link>
          )}
        </td>
      ))}
      <td className="number">{sum.days ?? '—'}</td>
    </tr>
  )
}
