import { chineseDate } from '../days/plain-date.ts'
import { reportFormats } from '../law/report-formats.ts'
import type { Organ } from '../organs/organ.ts'
import { letterheadOf } from '../report/forms.ts'
import type { PublishedReport, ReportFile, Revision } from '../report/store/published.ts'
import type { ReportedYear } from '../report/store/reported-years.ts'
import type { WholeRevision } from '../report/store/revisions.ts'
import { ReportArticle } from '../report/write/html.tsx'
import { printReport } from '../report/write/printed.ts'
import { annualReports } from './columns.ts'
import { Contact } from './contact.tsx'
import { Downloads } from './downloads.tsx'
import { SpeakLine } from './feedback/speak-line.tsx'
import { crumbsTo, renderPage, type View } from './page.tsx'
import { pubDate } from './page-tags.tsx'
import { RequestsChart } from './requests-chart.tsx'
import { addresses } from './site.ts'

interface ReportPageProps {
  readonly view: View
  readonly organ: Organ
  readonly year: number
  readonly published: PublishedReport
  readonly files: readonly ReportFile[]
  /** Every revision, the oldest first. */
  readonly history: readonly WholeRevision[]
  /** All of the organ's published years, newest first. */
  readonly years: readonly ReportedYear[]
}

/** An annual report to read: what the frozen files say, with its head, history and neighbours. */
export function reportPage({ view, organ, year, published, files, history, years }: ReportPageProps): string {
  const [newest] = published.revisions
  if (!newest) throw new TypeError('a published report has a revision')
  const report = printReport(published.report, letterheadOf(organ, newest.publishedOn))
  const intro = report.sections.flatMap(({ paragraphs }) => paragraphs)[0] ?? report.title
  return renderPage({
    view,
    title: report.title,
    shortTitle: `${year}年`,
    column: annualReports(organ.name),
    article: {
      title: report.title,
      pubDate: pubDate(newest.publishedOn, newest.recordedAt),
      source: organ.name,
      keywords: `政府信息公开工作年度报告,${organ.name},${year}年`,
      description: [...intro].slice(0, 120).join(''),
      url: `${view.site.origin}${view.path}`,
    },
    crumbs: [...crumbsTo(view), { name: annualReports(organ.name).name, path: addresses.reports(organ) }],
    children: (
      <>
        <ReportArticle report={report}>
          <Head organ={organ} year={year} published={published} newest={newest} />
          <Downloads organ={organ} year={year} files={files} />
        </ReportArticle>
        <div className="after-report">
          {history.length > 1 && <History organ={organ} year={year} history={history} />}
          <Doubts organ={organ} path={view.path} />
          <RequestsChart figures={years} current={year} />
          <Neighbours organ={organ} year={year} years={years} />
        </div>
      </>
    ),
  })
}

function Head({
  organ,
  year,
  published,
  newest,
}: Pick<ReportPageProps, 'organ' | 'year' | 'published'> & { newest: Revision }) {
  const { format } = published.report
  const lines = [
    ['公布机关', organ.name],
    ['公布日期', chineseDate(newest.publishedOn)],
    ['统计期限', `${year}年1月1日至${year}年12月31日`],
    ['报告格式', format === '2021' || format === '2019' ? reportFormats[format].notice : ''],
    ['版本', newest.revision > 1 ? `第${newest.revision}版（已更正，见文后“更正记录”）` : ''],
  ].filter(([, value]) => value)
  return (
    <dl className="document-head">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function History({ organ, year, history }: Pick<ReportPageProps, 'organ' | 'year' | 'history'>) {
  const newest = history.at(-1)
  return (
    <section aria-labelledby="history">
      <h2 id="history">更正记录</h2>
      <ol reversed>
        {history.toReversed().map((each) => (
          <li key={each.revision} value={each.revision}>
            <Told revision={each} />
            {each.report && each.revision !== newest?.revision && (
              <>
                {' '}
                <a className="screen-only" href={addresses.reportRevision(organ, year, each.revision)}>
                  查看第{each.revision}版
                </a>
              </>
            )}
          </li>
        ))}
      </ol>
      <p className="screen-only">
        <a href={addresses.reportChanges(organ, year)}>查看历次更正的内容</a>
      </p>
    </section>
  )
}

function Told({ revision: { revision, publishedOn, reason, report } }: { revision: WholeRevision }) {
  if (!report) return `第${revision}版正在核查，暂停显示。`
  return (
    <>
      <time dateTime={publishedOn}>{chineseDate(publishedOn)}</time>
      {reason === null ? '首次公布。' : `更正后重新公布。更正理由：${reason}`}
    </>
  )
}

/** The sample report names telephone, address and mailbox for whoever doubts it. */
function Doubts({ organ, path }: Pick<ReportPageProps, 'organ'> & { path: string }) {
  return (
    <section aria-labelledby="doubts">
      <h2 id="doubts">对本报告有疑问的，请联系</h2>
      <Contact organ={organ} />
      <SpeakLine organ={organ} path={path} />
    </section>
  )
}

function Neighbours({ organ, year, years }: Pick<ReportPageProps, 'organ' | 'year' | 'years'>) {
  const earlier = years.find((each) => each.year < year)
  const later = years.findLast((each) => each.year > year)
  return (
    <nav className="neighbours" aria-label="其他年度报告">
      {earlier && (
        <a rel="prev" href={addresses.report(organ, earlier.year)}>
          <span className="fine">上一年度</span> {earlier.year}年度报告
        </a>
      )}
      <a href={addresses.reports(organ)}>
        <span className="fine">全部年度</span> {annualReports(organ.name).name}
      </a>
      {later && (
        <a rel="next" href={addresses.report(organ, later.year)}>
          <span className="fine">下一年度</span> {later.year}年度报告
        </a>
      )}
    </nav>
  )
}
