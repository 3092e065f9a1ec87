import { chineseDate } from '../../days/plain-date.ts'
import type { Organ } from '../../organs/organ.ts'
import { letterheadOf } from '../../report/forms.ts'
import type { AnnualReport } from '../../report/report.ts'
import type { Revision } from '../../report/store/published.ts'
import type { WholeRevision } from '../../report/store/revisions.ts'
import { ReportArticle } from '../../report/write/html.tsx'
import { printReport } from '../../report/write/printed.ts'
import { annualReports } from '../columns.ts'
import { type Crumb, crumbsTo, renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'

interface RevisionPageProps {
  readonly view: View
  readonly organ: Organ
  readonly year: number
  readonly revision: Revision & { readonly report: AnnualReport }
  /** The one that followed it, and the one that is public now. */
  readonly next: WholeRevision
  readonly newest: WholeRevision
}

/** An earlier revision as it stood in public, with the plain notice that it is no longer the report. */
export function revisionPage({ view, organ, year, revision, next, newest }: RevisionPageProps): string {
  const printed = printReport(revision.report, letterheadOf(organ, revision.publishedOn))
  const name = `第${revision.revision}版`
  return renderPage({
    view,
    title: `${printed.title}（${name}，已被更正）`,
    shortTitle: name,
    canonical: addresses.report(organ, year),
    crumbs: crumbsToReport(view, organ, year),
    children: (
      <ReportArticle report={printed}>
        <div className="note" role="note" aria-label="本页不是现行的报告">
          <p>
            这是{chineseDate(revision.publishedOn)}公布的{name}，已经更正，不再是现行的报告。
            {next.report && `${chineseDate(next.publishedOn)}由第${next.revision}版更正，理由：${next.reason ?? ''}`}
          </p>
          <p className="line-of screen-only">
            <a href={addresses.report(organ, year)}>查看现行的第{newest.revision}版</a>
            <a href={addresses.reportChanges(organ, year)}>查看历次更正</a>
          </p>
        </div>
      </ReportArticle>
    ),
  })
}

/** The way to what belongs to one report. */
export const crumbsToReport = (view: View, organ: Organ, year: number): Crumb[] => [
  ...crumbsTo(view),
  { name: annualReports(organ.name).name, path: addresses.reports(organ) },
  { name: `${year}年`, path: addresses.report(organ, year) },
]
