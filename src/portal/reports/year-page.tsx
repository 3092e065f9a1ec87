import { chineseDate, type PlainDate } from '../../days/plain-date.ts'
import { reportDue } from '../../law/report-due.ts'
import type { ReportFormat } from '../../law/report-format.ts'
import { TitleText } from '../../report/write/title-text.tsx'
import { aboutAddresses } from '../about/addresses.ts'
import { annualReports } from '../columns.ts'
import { Downloads } from '../downloads.tsx'
import { each } from '../each.ts'
import { byKind } from '../organ-cards.tsx'
import { crumbsTo, renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'
import { type RowChoice, rowChoices } from './row-choices.ts'
import { RowFigures } from './row-figures.tsx'
import { countYear, type OrganOfYear, standingWords, type YearCounts } from './standing.ts'

interface YearPageProps {
  readonly view: View
  readonly year: number
  readonly today: PlainDate
  readonly entries: readonly OrganOfYear[]
  /** All years that have a page, newest first. */
  readonly years: readonly number[]
  /** The form whose rows can be looked at; undefined where no report of the year can be shown. */
  readonly form: ReportFormat | undefined
  readonly choice: RowChoice | undefined
}

export const yearTitle = (year: number): string => `各机关${year}年政府信息公开工作年度报告`

/** The reports of all organs on one year: who has published, who is late, what there is to download, and one row of all of them. */
export function yearPage({ view, year, today, entries, years, form, choice }: YearPageProps): string {
  const title = yearTitle(year)
  return renderPage({
    view,
    title: choice ? `${choice.name}：${title}` : title,
    shortTitle: `${year}年`,
    canonical: addresses.reportsOfYear(year),
    crumbs: [...crumbsTo(view), { name: annualReports('').name, path: addresses.allReports }],
    children: (
      <>
        <h1>
          <TitleText text={title} />
        </h1>
        <p className="reading">{dueWords(year)}</p>
        <Counts counts={countYear(entries, { year, today })} today={today} />
        <section className="screen-only" aria-labelledby="data">
          <h2 id="data">数据</h2>
          <p>
            <a href={addresses.figuresOfYear(year)} download="">
              下载本年度全部数据（CSV）
            </a>
          </p>
          <p className="soft">
            每个机关的每一格数据一行，取现在公布的一版。报告没有载明的格没有这一行，不是零。各列见
            <a href={aboutAddresses.data}>开放数据</a>。
          </p>
          {form && <RowForm year={year} form={form} choice={choice} />}
        </section>
        {form && choice && <RowFigures year={year} entries={entries} form={form} choice={choice} />}
        <section aria-labelledby="organs">
          <h2 id="organs">各机关的报告</h2>
          {byKind(entries.map(({ organ }) => organ)).map(({ label, members }) => (
            <section key={label} aria-label={label}>
              <h3>{label}</h3>
              <ul className="rows report-rows">
                {each(
                  entries.filter(({ organ }) => members.includes(organ)),
                  (entry) => (
                    <Entry entry={entry} year={year} />
                  ),
                )}
              </ul>
            </section>
          ))}
        </section>
        <Neighbours year={year} years={years} />
      </>
    ),
  })
}

/** Until which day whom the statute asks for the report of the year. */
function dueWords(year: number): string {
  const [department, government] = [reportDue('department', year), reportDue('government', year)]
  if (!department || !government) return ''
  const { on, article } = department
  const townships = '乡镇、街道公布的日期由县级政府信息公开工作主管部门规定。'
  return on === government.on
    ? `各级行政机关应当在${chineseDate(on)}前公布${year}年度的报告（${article}）。${townships}`
    : `县级以上人民政府部门应当在${chineseDate(on)}前、县级以上地方人民政府应当在${chineseDate(government.on)}前公布${year}年度的报告（${article}）。${townships}`
}

function Counts({ counts, today }: { counts: YearCounts; today: PlainDate }) {
  const { due, inTime, publishedLate, overdue, notYetDue, early, locallySet, locallyPublished, paused, undated } =
    counts
  const figures = [
    ['应公布', due],
    ['按期公布', inTime],
    ['逾期公布', publishedLate],
    ['逾期未公布', overdue],
  ] as const
  const others = [
    overdue > 0 && '逾期未公布的，是到期后没有在本网站公布',
    notYetDue > 0 && `${notYetDue}个机关尚未到公布的期限${early > 0 ? `，其中${early}个已经公布` : ''}`,
    locallySet > 0 && `乡镇、街道${locallySet}个，其中${locallyPublished}个已经公布`,
    paused > 0 && `${paused}个机关的报告正在核查，暂停显示，没有计入按期和逾期公布的`,
    undated > 0 && `${undated}个机关的报告首次公布的日期正在核查，没有计入按期和逾期公布的`,
  ].filter((words) => words !== false)
  return (
    <section aria-label="公布情况">
      <dl className="year-counts figures">
        {figures.map(([name, count]) => (
          <div key={name} className={name === '逾期未公布' && count > 0 ? 'alarm' : undefined}>
            <dt>{name}</dt>
            <dd>{count}个</dd>
          </div>
        ))}
      </dl>
      <p className="soft">
        截至{chineseDate(today)}。{others.length > 0 && `${others.join('；')}。`}
      </p>
    </section>
  )
}

function RowForm({ year, form, choice }: { year: number; form: ReportFormat; choice: RowChoice | undefined }) {
  return (
    <form className="row-form" action={`${addresses.reportsOfYear(year)}#figures`} method="get">
      <label htmlFor="row">按统计表的一行查看各机关的数据</label>
      <div className="line-of">
        <select id="row" name="row" defaultValue={choice?.id}>
          {each(rowChoices(form), ({ label, choices }) => (
            <optgroup label={label}>
              {choices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <button className="small-button" type="submit">
          查看
        </button>
        {choice && <a href={addresses.reportsOfYear(year)}>不再列出数据</a>}
      </div>
    </form>
  )
}

function Entry({ entry, year }: { entry: OrganOfYear; year: number }) {
  const { organ, report, files, standing } = entry
  return (
    <li>
      {report ? (
        <a href={addresses.report(organ, year)}>{organ.name}</a>
      ) : (
        <a href={addresses.reports(organ)}>{organ.name}</a>
      )}
      <span className="line-of figures row-standing">
        {report?.firstPublishedOn && standing !== 'paused' && (
          <time dateTime={report.firstPublishedOn}>{report.firstPublishedOn}</time>
        )}
        <span className={standing === 'overdue' ? 'alarm' : undefined}>{standingWords(entry)}</span>
        {report && standing !== 'paused' && report.revision > 1 && (
          <span>
            <a
              href={addresses.reportChanges(organ, year)}
              aria-label={`${organ.name}${year}年度报告第${report.revision}版，查看历次更正`}
            >
              第{report.revision}版
            </a>
            ，{report.publishedOn}更正
          </span>
        )}
      </span>
      <Downloads organ={organ} year={year} files={files} isAmongOthers />
    </li>
  )
}

function Neighbours({ year, years }: Pick<YearPageProps, 'year' | 'years'>) {
  const [earlier, later] = [year - 1, year + 1].map((each) => years.find((shown) => shown === each))
  return (
    <nav className="neighbours" aria-label="其他年度">
      {earlier !== undefined && (
        <a rel="prev" href={addresses.reportsOfYear(earlier)}>
          <span className="fine">上一年度</span> {earlier}年
        </a>
      )}
      <a href={addresses.allReports}>
        <span className="fine">全部年度</span> {annualReports('').name}
      </a>
      {later !== undefined && (
        <a rel="next" href={addresses.reportsOfYear(later)}>
          <span className="fine">下一年度</span> {later}年
        </a>
      )}
    </nav>
  )
}
