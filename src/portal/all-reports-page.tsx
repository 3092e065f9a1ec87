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
}

/** The annual reports of every organ, year by year; who has published none stands there too. */
export function allReportsPage({ view, organs, published }: Props): string {
  const title = annualReports('').name
  const yearsOf = Map.groupBy(published, ({ organId }) => organId)
  return renderPage({
    view,
    title,
    crumbs: crumbsTo(view),
    children: (
      <>
        <h1>{title}</h1>
        <p className="reading">
          县级以上人民政府部门在每年1月31日前、县级以上地方人民政府在每年3月31日前公布上一年度的报告（《政府信息公开条例》第四十九条）。
        </p>
        {byKind(organs).map(({ label, members }) => (
          <section key={label} aria-label={label}>
            <h2>{label}</h2>
            <ul className="rows report-rows">
              {members.map((organ) => (
                <li key={organ.id}>
                  <a href={addresses.reports(organ)}>{organ.name}</a>
                  <Years organ={organ} published={yearsOf.get(organ.id) ?? []} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  })
}

function Years({ organ, published }: { organ: Organ; published: readonly PublishedYear[] }) {
  if (published.length === 0) return <span className="soft">尚未公布</span>
  const years = published.map(({ year }) => year).toSorted((a, b) => b - a)
  return (
    <span className="line-of figures">
      {years.map((year) => (
        <a key={year} href={addresses.report(organ, year)} aria-label={`${organ.name}${year}年度报告`}>
          {year}年
        </a>
      ))}
    </span>
  )
}
