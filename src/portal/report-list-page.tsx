import type { Organ } from '../organs/organ.ts'
import type { ReportFile } from '../report/store/published.ts'
import type { ReportedYear } from '../report/store/reported-years.ts'
import { titleOf } from '../report/write/printed.ts'
import { TitleText } from '../report/write/title-text.tsx'
import { reportsData } from './about/linked-data.ts'
import { annualReports } from './columns.ts'
import { Downloads } from './downloads.tsx'
import { crumbsTo, renderPage, type View } from './page.tsx'
import { RequestsChart } from './requests-chart.tsx'
import { addresses } from './site.ts'
import { FollowLinks } from './subscriptions/follow-links.tsx'

export interface ListedYear extends ReportedYear {
  readonly files: readonly ReportFile[]
}

/** Every report of an organ, all years kept, each to read and to download. */
export function reportListPage(view: View, organ: Organ, years: readonly ListedYear[]): string {
  const column = annualReports(organ.name)
  const withData = years.flatMap(({ year, isForged }) => (isForged ? [] : [year]))
  return renderPage({
    view,
    title: column.name,
    column,
    feeds: [{ title: `${organ.name}：${column.name}`, path: addresses.reports(organ) }],
    data: withData.length > 0 ? [reportsData(view.site, organ, withData)] : [],
    crumbs: crumbsTo(view),
    children: (
      <>
        <h1>{column.name}</h1>
        {years.length === 0 ? (
          <p>
            {organ.name}
            尚未在本网站公布政府信息公开工作年度报告。需要早年报告的，请与本机关政府信息公开工作机构联系，联系方式见页面下方。
          </p>
        ) : (
          <ul className="rows report-rows">
            {years.map(({ year, publishedOn, isForged, files }) => (
              <li key={year}>
                <a href={addresses.report(organ, year)}>
                  <TitleText text={titleOf({ title: null, organ: organ.name, year })} />
                </a>
                <time dateTime={publishedOn}>{publishedOn}</time>
                {isForged ? (
                  <p className="paused">正在核查，暂停显示</p>
                ) : (
                  <Downloads organ={organ} year={year} files={files} />
                )}
              </li>
            ))}
          </ul>
        )}
        {years.length > 0 && (
          <p className="soft line-of apart list-count">
            <FollowLinks view={view} page={addresses.reports(organ)} feed={`${addresses.reports(organ)}feed`} />
          </p>
        )}
        <RequestsChart figures={years} />
      </>
    ),
  })
}
