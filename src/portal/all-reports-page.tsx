import type { PlainDate } from '../days/plain-date.ts'
import { newestDueYear, reportTiming } from '../law/report-due.ts'
import type { Organ } from '../organs/organ.ts'
import type { PublishedYear } from '../report/store/published.ts'
import { annualReports } from './columns.ts'
import { byKind } from './organ-cards.tsx'
import { crumbsTo, renderPage, type View } from './page.tsx'
import { addresses } from './site.ts'

interface Props {
  readonly view: View
  readonly organs: readonly Organ[]
  readonly published: readonly PublishedYear[]
  readonly today: PlainDate
  /** Newest first. */
  readonly years: readonly number[]
}

/** The annual reports of every organ, year by year; who has published none stands there too. */
export function allReportsPage({ view, organs, published, today, years }: Props): string {
  const title = annualReports('').name
  const isOut = new Set(published.map(({ organId, year }) => `${organId} ${year}`))
  return renderPage({
    view,
    title,
    crumbs: crumbsTo(view),
    children: (
      <>
        <h1>{title}</h1>
        <p className="reading">
          县级以上人民政府部门在每年1月31日前、县级以上地方人民政府在每年3月31日前公布上一年度的报告（《政府信息公开条例》第四十九条）。点年度查看这一年各机关的报告、公布的日期和全部数据。
        </p>
        {byKind(organs).map(({ label, members }) => (
          <section key={label} aria-label={label}>
            <h2>{label}</h2>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
            <section className="years-frame scrolling" aria-label={`${label}历年的年度报告`} tabIndex={0}>
              <table className="ruled-table years-table">
                <caption className="unseen">{label}历年的年度报告</caption>
                <thead>
                  <tr>
                    <th scope="col">机关</th>
                    {years.map((year) => (
                      <th key={year} scope="col">
                        <a href={addresses.reportsOfYear(year)}>{year}年</a>
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {members.map((organ) => (
                    <tr key={organ.id}>
                      <th scope="row">
                        <a href={addresses.reports(organ)}>{organ.name}</a>
                      </th>
                      {years.map((year) => (
                        <td key={year}>
                          <Place organ={organ} year={year} today={today} isOut={isOut.has(`${organ.id} ${year}`)} />
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </section>
        ))}
      </>
    ),
  })
}

interface PlaceProps {
  readonly organ: Organ
  readonly year: number
  readonly today: PlainDate
  readonly isOut: boolean
}

/** One organ in one year: its report, or how it stands without one. */
function Place({ organ, year, today, isOut }: PlaceProps) {
  if (isOut)
    return (
      <a href={addresses.report(organ, year)} aria-label={`${organ.name}${year}年度报告，已公布`}>
        已公布
      </a>
    )
  const timing = reportTiming(organ.kind, year, { publishedOn: null, today })
  if (timing === 'notYetDue') return <span className="soft">未到期</span>
  if (timing === 'overdue' && year === newestDueYear(organ.kind, today))
    return <strong className="alarm">逾期未公布</strong>
  return <span className="soft">未公布</span>
}
