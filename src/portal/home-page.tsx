import { chineseDate, type PlainDate } from '../days/plain-date.ts'
import type { ListedRecord } from '../disclosure/store/public.ts'
import type { Organ } from '../organs/organ.ts'
import type { PublishedYear } from '../report/store/published.ts'
import { titleOf } from '../report/write/printed.ts'
import { TitleText } from '../report/write/title-text.tsx'
import { RecordRows } from './disclosure/record-list.tsx'
import { renderPage, type View } from './page.tsx'
import { addresses } from './site.ts'

const newestShown = 8
const kinds = { government: '人民政府', department: '政府部门', township: '乡镇、街道' } as const satisfies Record<
  Organ['kind'],
  string
>

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

/** The front door: what is new, and every organ that has published anything. */
export function homePage({ view, organs, published, records, publishing, today }: HomeProps): string {
  const hero = (
    <div className="hero">
      <div className="column">
        <h1>{view.site.name}</h1>
        <p>行政机关公开政府信息，应当坚持以公开为常态、不公开为例外，遵循公正、公平、合法、便民的原则。</p>
        <p className="source">《中华人民共和国政府信息公开条例》第五条</p>
      </div>
    </div>
  )
  return renderPage({
    view,
    title: view.site.name,
    hero,
    feeds: [{ title: view.site.name, path: '/' }],
    children: (
      <>
        {records.length > 0 && (
          <section aria-labelledby="newest-records">
            <h2 id="newest-records">最近公开的信息</h2>
            <RecordRows
              records={records}
              organOf={(id) => organs.find((each) => each.id === id)}
              today={today}
              isMixed
            />
          </section>
        )}
        {published.length === 0 ? <Empty /> : <Newest organs={organs} published={published} />}
        <Organs organs={organs} published={published} publishing={publishing} />
      </>
    ),
  })
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
        {newest.slice(0, newestShown).map(({ organId, year, publishedOn }) => {
          const organ = organOf.get(organId)
          return (
            organ && (
              <li key={`${organId}-${year}`} className="whole-row">
                <a href={addresses.report(organ, year)}>
                  <TitleText text={titleOf({ title: null, organ: organ.name, year })} />
                </a>
                <time dateTime={publishedOn}>{chineseDate(publishedOn)}</time>
              </li>
            )
          )
        })}
      </ul>
    </section>
  )
}

function Organs({ organs, published, publishing }: Pick<HomeProps, 'organs' | 'published' | 'publishing'>) {
  const yearsOf = Map.groupBy(published, ({ organId }) => organId)
  const groups = Object.entries(kinds).flatMap(([kind, label]) => {
    const members = organs.filter(
      (organ) => organ.kind === kind && (yearsOf.has(organ.id) || publishing.includes(organ.id)),
    )
    return members.length > 0 ? [{ label, members }] : []
  })
  if (groups.length === 0) return null
  return (
    <section aria-labelledby="organs">
      <h2 id="organs">按机关查阅</h2>
      {groups.map(({ label, members }) => (
        <section key={label}>
          <h3>{label}</h3>
          <ul className="cards">
            {members.map((organ) => {
              const years = yearsOf.get(organ.id)?.map(({ year }) => year) ?? []
              return (
                <li key={organ.id} className="whole-row">
                  <a href={addresses.organ(organ)}>{organ.name}</a>
                  <span>{yearsText(years)}</span>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </section>
  )
}

function yearsText(years: readonly number[]): string {
  if (years.length === 0) return '尚未公布年度报告'
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return first === last ? `${last}年度报告` : `${first}—${last}年度报告，共${years.length}份`
}
