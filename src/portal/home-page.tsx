import type { PlainDate } from '../days/plain-date.ts'
import type { ListedRecord } from '../disclosure/store/public.ts'
import type { Organ } from '../organs/organ.ts'
import type { PublishedYear } from '../report/store/published.ts'
import { titleOf } from '../report/write/printed.ts'
import { TitleText } from '../report/write/title-text.tsx'
import { RecordRows } from './disclosure/record-list.tsx'
import { OrganCards } from './organ-cards.tsx'
import { renderPage, type View } from './page.tsx'
import { SearchForm } from './search/search-form.tsx'
import { addresses } from './site.ts'
import { FollowLinks } from './subscriptions/follow-links.tsx'
import { Tasks } from './tasks.tsx'

export const newestShown = 8
const reportsShown = 5

interface HomeProps {
  readonly view: View
  readonly organs: readonly Organ[]
  readonly published: readonly PublishedYear[]
  /** The newest records of all organs. */
  readonly records: readonly ListedRecord[]
  /** Ids of the organs of which records stand in public. */
  readonly publishing: readonly number[]
  readonly today: PlainDate
}

/** The front door: what people come for, every organ, and what is new. */
export function homePage({ view, organs, published, records, publishing, today }: HomeProps): string {
  const news = onceEach(records).slice(0, newestShown)
  return renderPage({
    view,
    title: view.site.name,
    isSearch: true,
    hero: (
      <div className="hero">
        <div className="column">
          <h1>{view.site.name}</h1>
          <SearchForm organ={null} id="home-search" />
        </div>
      </div>
    ),
    feeds: [{ title: view.site.name, path: '/' }],
    children: (
      <>
        <Tasks organ={null} />
        <section aria-labelledby="organs">
          <h2 id="organs">按机关查阅</h2>
          <OrganCards organs={organs} pathOf={addresses.organ} about={standing(published, publishing)} />
        </section>
        {news.length > 0 && (
          <section aria-labelledby="newest-records">
            <h2 id="newest-records">最近公开的信息</h2>
            <RecordRows records={news} organOf={(id) => organs.find((each) => each.id === id)} today={today} isMixed />
            <p className="soft line-of apart list-count">
              <FollowLinks view={view} page={addresses.home} feed="/feed" />
            </p>
          </section>
        )}
        {published.length === 0 ? <Empty /> : <Newest organs={organs} published={published} />}
      </>
    ),
  })
}

/** What several organs show under one title, such as a document from above, is news once. */
function onceEach(records: readonly ListedRecord[]): ListedRecord[] {
  const seen = new Set<string>()
  return records.filter(({ title }) => !seen.has(title) && seen.add(title))
}

function Empty() {
  return (
    <section className="empty">
      <h2>尚未公布年度报告</h2>
      <p>
        本网站上的机关还没有公布政府信息公开工作年度报告。县级以上人民政府部门应当在每年1月31日前、地方人民政府应当在每年3月31日前公布上一年度的报告（《政府信息公开条例》第四十九条），届时请在这里查阅。
      </p>
    </section>
  )
}

function Newest({ organs, published }: Pick<HomeProps, 'organs' | 'published'>) {
  const organOf = new Map(organs.map((organ) => [organ.id, organ]))
  const newest = published.toSorted((a, b) => b.publishedOn.localeCompare(a.publishedOn) || b.year - a.year)
  return (
    <section aria-labelledby="newest">
      <h2 id="newest">最新公布的年度报告</h2>
      <ul className="rows report-rows">
        {newest.slice(0, reportsShown).map(({ organId, year, publishedOn }) => {
          const organ = organOf.get(organId)
          return (
            organ && (
              <li key={`${organId}-${year}`} className="whole-row">
                <a href={addresses.report(organ, year)}>
                  <TitleText text={titleOf({ title: null, organ: organ.name, year })} />
                </a>
                <time dateTime={publishedOn}>{publishedOn}</time>
              </li>
            )
          )
        })}
      </ul>
      <p className="soft list-count">
        <a href={addresses.allReports}>查看各机关历年的年度报告</a>
      </p>
    </section>
  )
}

/** What an organ has published: reports from when to when, or what is not there yet. */
function standing(published: readonly PublishedYear[], publishing: readonly number[]): (organ: Organ) => string {
  const yearsOf = Map.groupBy(published, ({ organId }) => organId)
  return ({ id }) => {
    const years = yearsOf.get(id)?.map(({ year }) => year) ?? []
    if (years.length === 0) return publishing.includes(id) ? '尚未公布年度报告' : '尚未公布信息，可以申请公开'
    const [first, last] = [Math.min(...years), Math.max(...years)]
    return first === last ? `${last}年度报告` : `${first}—${last}年度报告，共${years.length}份`
  }
}
