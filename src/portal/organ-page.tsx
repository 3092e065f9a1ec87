import type { PlainDate } from '../days/plain-date.ts'
import type { ListedRecord, PublicColumn } from '../disclosure/store/public.ts'
import type { Organ } from '../organs/organ.ts'
import type { PublishedYear } from '../report/store/published.ts'
import { titleOf } from '../report/write/printed.ts'
import { TitleText } from '../report/write/title-text.tsx'
import { organData } from './about/linked-data.ts'
import { annualReports, catalogue, catalogueOfRecords, guide, onRequest, platform as platformTags } from './columns.ts'
import { Contact } from './contact.tsx'
import { ColumnIndex } from './disclosure/column-page.tsx'
import { addressOf, childrenOf, countIn, type Platform, withDescendants } from './disclosure/platform.ts'
import { RecordRows } from './disclosure/record-list.tsx'
import { crumbsTo, renderPage, type View } from './page.tsx'
import { DeclaredAbsences } from './platform/declared-absences.tsx'
import { addresses } from './site.ts'
import { FollowLinks } from './subscriptions/follow-links.tsx'
import { Tasks } from './tasks.tsx'

interface Props {
  readonly view: View
  readonly organ: Organ
  readonly published: readonly PublishedYear[]
  readonly platform: Platform
  /** The newest. */
  readonly records: readonly ListedRecord[]
  readonly today: PlainDate
}

/** An organ's platform: its columns, its latest report, whom to call. */
export function organPage({ view, organ, published, platform, records, today }: Props): string {
  const [latest] = published
  const tops = childrenOf(platform, null)
  const statutory = tops.find(({ id }) => id === 'fdzdgknr')
  return renderPage({
    view,
    title: `${organ.name}政府信息公开`,
    shortTitle: organ.name,
    column: platformTags(organ.name),
    data: [organData(view.site, organ)],
    feeds: [{ title: `${organ.name}公开的信息`, path: addresses.feeds(organ) }],
    crumbs: crumbsTo(view).slice(0, -1),
    children: (
      <>
        <h1>
          {organ.name} <span className="platform-name">政府信息公开</span>
        </h1>
        <Tasks organ={organ} />
        <Columns organ={organ} platform={platform} tops={tops} reports={published.length} />
        {statutory && childrenOf(platform, statutory.id).length > 0 && (
          <section aria-labelledby="statutory">
            <h2 id="statutory">{statutory.name}</h2>
            <ColumnIndex organ={organ} platform={platform} columns={childrenOf(platform, statutory.id)} />
          </section>
        )}
        {records.length > 0 && <Newest view={view} organ={organ} records={records} today={today} />}
        {latest && <LatestReport organ={organ} latest={latest} />}
        <section aria-labelledby="work-body">
          <h2 id="work-body">政府信息公开工作机构</h2>
          <Contact organ={organ} />
        </section>
      </>
    ),
  })
}

interface ColumnsProps {
  readonly organ: Organ
  readonly platform: Platform
  readonly tops: readonly PublicColumn[]
  /** For how many years a report is published. */
  readonly reports: number
}

function Columns({ organ, platform, tops, reports }: ColumnsProps) {
  return (
    <section aria-labelledby="columns">
      <h2 id="columns">公开栏目</h2>
      <ul className="cards filled">
        {tops.length > 0 ? (
          <PlatformTree organ={organ} platform={platform} tops={tops} reports={reports} />
        ) : (
          <WithoutPlatform organ={organ} reports={reports} />
        )}
        <li className="whole-row">
          <a href={addresses.recordCatalogue(organ)}>{catalogueOfRecords(organ.name).name}</a>
          <span>索引号、名称、内容概述、生成日期</span>
        </li>
        <li className="whole-row">
          <a href={addresses.catalogue(organ)}>{catalogue(organ.name).name}</a>
          <span>公开依据、时限、渠道、方式</span>
        </li>
        {hasLibrary(platform) && (
          <li className="whole-row">
            <a href={addresses.library(organ)}>行政规范性文件库</a>
            <span>现行有效、废止、失效，可查以往任何一天</span>
          </li>
        )}
      </ul>
      <DeclaredAbsences declared={platform.declared} />
    </section>
  )
}

/** What every organ has to show, also one that has set up no columns. */
function WithoutPlatform({ organ, reports }: Pick<ColumnsProps, 'organ' | 'reports'>) {
  return (
    <>
      <li className="whole-row">
        <a href={addresses.guide(organ)}>{guide(organ.name).name}</a>
        <span>分类、获取方式、工作机构</span>
      </li>
      <li className="whole-row">
        <a href={addresses.reports(organ)}>{annualReports(organ.name).name}</a>
        <span>{reports > 0 ? `已公布${reports}个年度的报告` : '尚未公布报告'}</span>
      </li>
      <li className="whole-row">
        <a href={addresses.requests(organ)}>{onRequest(organ.name).name}</a>
        <span>申请渠道、在线申请、进度查询</span>
      </li>
    </>
  )
}

function Newest({ view, organ, records, today }: Pick<Props, 'view' | 'organ' | 'records' | 'today'>) {
  return (
    <section aria-labelledby="newest">
      <h2 id="newest">最近公开</h2>
      <RecordRows records={records} organOf={() => organ} today={today} />
      <p className="soft line-of apart list-count">
        <a href={addresses.records(organ)}>查看全部信息</a>
        <FollowLinks view={view} page={addresses.organ(organ)} feed={`${addresses.feeds(organ)}/feed`} />
      </p>
    </section>
  )
}

function LatestReport({ organ, latest }: { readonly organ: Organ; readonly latest: PublishedYear }) {
  return (
    <section aria-labelledby="latest">
      <h2 id="latest">最新年度报告</h2>
      <ul className="rows report-rows">
        <li className="whole-row">
          <a href={addresses.report(organ, latest.year)}>
            <TitleText text={titleOf({ title: null, organ: organ.name, year: latest.year })} />
          </a>
          <time dateTime={latest.publishedOn}>{latest.publishedOn}</time>
        </li>
      </ul>
    </section>
  )
}

const hasLibrary = ({ columns }: Platform) => columns.some(({ kind }) => kind === 'library')

/** The standard columns in their order (国办公开办函〔2019〕61号). */
function PlatformTree({ organ, platform, tops, reports }: ColumnsProps) {
  const about = (column: PublicColumn): string => {
    if (column.kind === 'reports') return reports > 0 ? `已公布${reports}个年度的报告` : '尚未公布报告'
    if (column.kind === 'requests') return '申请渠道、在线申请、进度查询'
    if (column.kind === 'guide') return column.content
    const count = countIn(platform, withDescendants(platform, column.id))
    return count > 0 ? `共${count}条` : '暂无信息'
  }
  return tops.map((column) => (
    <li key={column.id} className="whole-row">
      <a href={addressOf(organ, column)}>{column.name}</a>
      <span>{about(column)}</span>
    </li>
  ))
}
