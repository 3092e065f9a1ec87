import { chineseDate } from '../calendar/plain-date.ts'
import type { DeclaredAbsence } from '../disclosure/coverage/declaration.ts'
import type { Organ } from '../organs/organ.ts'
import type { PublishedYear } from '../report/store/published.ts'
import { titleOf } from '../report/write/printed.ts'
import { TitleText } from '../report/write/title-text.tsx'
import { annualReports, catalogue, catalogueOfRecords, guide, onRequest, platform } from './columns.ts'
import { Contact } from './contact.tsx'
import { crumbsTo, renderPage, type View } from './page.tsx'
import { DeclaredAbsences } from './platform/declared-absences.tsx'
import { places } from './platform/places.ts'
import { addresses } from './site.ts'

/** An organ's platform: its columns, its latest report, whom to call. */
export function organPage(
  view: View,
  organ: Organ,
  published: readonly PublishedYear[],
  declared: readonly DeclaredAbsence[],
): string {
  const [latest] = published
  return renderPage({
    view,
    title: `${organ.name}政府信息公开`,
    shortTitle: organ.name,
    column: platform(organ.name),
    crumbs: crumbsTo(view).slice(0, -1),
    children: (
      <>
        <h1>
          {organ.name} <span className="platform-name">政府信息公开</span>
        </h1>
        <section aria-labelledby="columns">
          <h2 id="columns">公开栏目</h2>
          <ul className="organ-cards">
            <li className="whole-row">
              <a href={places.guide(organ)}>{guide(organ.name).name}</a>
              <span>分类、获取方式、工作机构</span>
            </li>
            <li className="whole-row">
              <a href={places.records(organ)}>{catalogueOfRecords(organ.name).name}</a>
              <span>索引号、名称、内容概述、生成日期</span>
            </li>
            <li className="whole-row">
              <a href={places.catalogue(organ)}>{catalogue(organ.name).name}</a>
              <span>公开依据、时限、渠道、方式</span>
            </li>
            <li className="whole-row">
              <a href={addresses.reports(organ)}>{annualReports(organ.name).name}</a>
              <span>{published.length > 0 ? `已公布${published.length}个年度的报告` : '尚未公布报告'}</span>
            </li>
            <li className="whole-row">
              <a href={addresses.requests(organ)}>{onRequest(organ.name).name}</a>
              <span>申请渠道、在线申请、进度查询</span>
            </li>
          </ul>
          <DeclaredAbsences declared={declared} />
        </section>
        {latest && (
          <section aria-labelledby="latest">
            <h2 id="latest">最新年度报告</h2>
            <ul className="report-rows">
              <li className="whole-row">
                <a href={addresses.report(organ, latest.year)}>
                  <TitleText text={titleOf({ title: null, organ: organ.name, year: latest.year })} />
                </a>
                <time dateTime={latest.publishedOn}>{chineseDate(latest.publishedOn)}</time>
              </li>
            </ul>
          </section>
        )}
        <section aria-labelledby="work-body">
          <h2 id="work-body">政府信息公开工作机构</h2>
          <Contact organ={organ} />
        </section>
      </>
    ),
  })
}
