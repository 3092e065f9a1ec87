import { officeDay, type PlainDate, yearOf } from '../../days/plain-date.ts'
import { recordTypes } from '../../disclosure/record-type.ts'
import { markHits } from '../../disclosure/search/mark.ts'
import { longestQuery, mostRuns, type Query } from '../../disclosure/search/query.ts'
import { type Hit, mostHits } from '../../disclosure/store/search.ts'
import { validities } from '../../law/validity.ts'
import type { Organ } from '../../organs/organ.ts'
import { each } from '../each.ts'
import { crumbsTo, renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'
import { withQuery } from './address.ts'
import { childrenOf, countIn, type Platform } from './platform.ts'
import { Pager, ValidityFacts, validityOf } from './record-list.tsx'
import type { SearchWish } from './wanted.ts'

export interface SearchPageProps {
  readonly view: View
  /** Null: of the whole site. */
  readonly organ: Organ | null
  readonly platform: Platform | null
  /** Among which the reader may choose. */
  readonly organs: readonly Organ[]
  readonly organOf: (id: number) => Organ | undefined
  readonly wish: SearchWish
  readonly query: Query
  readonly hits: readonly Hit[]
  readonly total: number
  /** Found by its single words, because nothing holds the whole. */
  readonly isLoose: boolean
  readonly today: PlainDate
}

export const searchParameters = ({ q, column, type, year, validity }: SearchWish) => ({
  q,
  column,
  type,
  year,
  validity,
})

/** Search: one field, filters, what was found with the hit marked, or what to do instead. */
export function searchPage(props: SearchPageProps): string {
  const { view, organ, wish, query, hits, total } = props
  const path = addresses.search(organ)
  const isAsked = query.runs.length > 0
  return renderPage({
    view,
    title: isAsked ? `搜索“${query.typed}”` : '搜索',
    shortTitle: '搜索',
    isSearch: true,
    ...(isAsked && {
      feeds: [{ title: `搜索“${query.typed}”`, path, parameters: searchParameters(wish) }],
    }),
    crumbs: crumbsTo(view),
    children: (
      <>
        <h1>{organ ? '搜索本机关公开的信息' : '搜索公开的信息'}</h1>
        <Form {...props} />
        {isAsked && (
          <section aria-labelledby="found">
            <h2 id="found" className="soft line-of apart list-count">
              <span role="status">{total === 0 ? `没有找到“${query.typed}”` : foundWords(props)}</span>
            </h2>
            {query.isCut && (
              <p className="empty" role="alert">
                搜索词过长：只用了前{longestQuery}个字、前{mostRuns}个词。
              </p>
            )}
            {hits.length > 0 && <Hits {...props} />}
            {total === 0 && <Nothing {...props} />}
            {total > 0 && hits.length === 0 && (
              <p className="empty">
                这一页没有信息。<a href={withQuery(path, searchParameters(wish))}>从第1页看起</a>
              </p>
            )}
            <Pager path={path} parameters={searchParameters(wish)} page={wish.page} total={total} />
          </section>
        )}
        {!isAsked && <Hints />}
      </>
    ),
  })
}

function foundWords({ total, query, isLoose }: SearchPageProps): string {
  const count = total >= mostHits ? `超过${mostHits}条` : `${total}条`
  return isLoose
    ? `没有完整包含“${query.typed}”的信息，以下${count}分别包含其中的词`
    : `找到${count}与“${query.typed}”有关的信息`
}

function Choice({
  name,
  label,
  value,
  options,
}: {
  name: string
  label: string
  value: string | number | undefined
  options: readonly { readonly id: string | number; readonly label: string }[]
}) {
  return (
    <span className="pick">
      <label className="fine" htmlFor={`search-${name}`}>
        {label}
      </label>
      <select id={`search-${name}`} name={name} defaultValue={value ?? ''}>
        <option value="">全部</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}

function Form({ organ, organs, platform, wish, today }: SearchPageProps) {
  const thisYear = yearOf(today)
  const years = platform
    ? [...new Set(platform.counts.map(({ year }) => year))].sort((a, b) => b - a)
    : Array.from({ length: 10 }, (_, index) => thisYear - index)
  const columns = platform?.columns.filter(({ id }) => countIn(platform, [id]) > 0) ?? []
  return (
    <search aria-label="搜索">
      <form className="search-form" action={addresses.search(organ)} method="get">
        <label className="soft" htmlFor="search-q">
          搜索词
        </label>
        <div className="search-row">
          <input id="search-q" type="search" name="q" defaultValue={wish.q} />
          <button className="small-button" type="submit">
            搜索
          </button>
        </div>
        <div className="line-of picks">
          {!organ && organs.length > 1 && (
            <Choice
              name="organ"
              label="机关"
              value={undefined}
              options={organs.map(({ slug, name }) => ({ id: slug, label: name }))}
            />
          )}
          {columns.length > 0 && (
            <Choice
              name="column"
              label="栏目"
              value={wish.column}
              options={columns.map(({ id, name }) => ({ id, label: name }))}
            />
          )}
          <Choice name="type" label="类型" value={wish.type} options={recordTypes} />
          <Choice
            name="year"
            label="发布年份"
            value={wish.year}
            options={years.map((year) => ({ id: year, label: `${year}年` }))}
          />
          <Choice name="validity" label="有效性" value={wish.validity} options={validities} />
        </div>
      </form>
      {organ && (
        <p className="soft">
          <a href={withQuery(addresses.search(null), { q: wish.q })}>在全部机关中搜索</a>
        </p>
      )}
    </search>
  )
}

const Marked = ({ text, runs }: { text: string; runs: readonly string[] }) =>
  each(markHits(text, runs), ({ text: piece, isHit }) => (isHit ? <mark>{piece}</mark> : piece))

/** A piece of a text does not begin with the end of the sentence before. */
const readable = (excerpt: string) =>
  excerpt
    .replace(/\s+/g, ' ')
    .replace(/^[\p{Pe}\p{Pf}\p{Po}\s]+/u, '')
    .trim()

/** A text that only begins somehow says nothing about why it was found. */
const holdsHit = (text: string, runs: readonly string[]) => markHits(text, runs).some(({ isHit }) => isHit)

function Hits({ hits, organ, organOf, query, today }: SearchPageProps) {
  return (
    <ol className="rows record-rows">
      {hits.map((hit) => {
        const owner = organOf(hit.organId)
        if (!owner) return null
        const validity = validityOf(hit, today)
        const day = officeDay(hit.firstPublishedAt)
        return (
          <li key={`${hit.organId} ${hit.number}`} className="whole-row">
            <a href={addresses.record(owner, hit.number)}>
              <Marked text={hit.title} runs={query.runs} />
            </a>
            <time dateTime={day}>{day}</time>
            <p className="fine figures line-of row-facts">
              {!organ && <span>{owner.name}</span>}
              {hit.documentNumber && (
                <span>
                  <Marked text={hit.documentNumber} runs={query.runs} />
                </span>
              )}
              <ValidityFacts of={hit} validity={validity} />
            </p>
            {holdsHit(hit.excerpt, query.runs) && (
              <p className="hint excerpt">
                <Marked text={`…${readable(hit.excerpt)}…`} runs={query.runs} />
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function Hints() {
  return (
    <div className="soft">
      <ul>
        <li>可以搜索标题、正文和附件中的词，两个字即可；只有一个字的，只在标题中查找。</li>
        <li>几个词之间用空格隔开，查找同时包含它们的信息。</li>
        <li>知道文号的，可以直接输入，如“〔2026〕8号”；括号和全角、半角不限。</li>
      </ul>
    </div>
  )
}

function Nothing({ organ, platform, wish, query }: SearchPageProps) {
  const { q, ...filters } = searchParameters(wish)
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  const tops = platform ? childrenOf(platform, 'fdzdgknr').filter(({ kind }) => kind !== 'guide') : []
  return (
    <div className="problem">
      <p>可能是用词与标题、正文不同，也可能是这条信息没有主动公开。您可以：</p>
      <ul>
        {isFiltered && (
          <li>
            <a href={withQuery(addresses.search(organ), { q })}>去掉栏目、年份等条件，再找“{query.typed}”</a>
          </li>
        )}
        <li>换一个更短、更常用的词，或者只写文号中的年份和序号，如“〔2026〕8号”</li>
        {organ && (
          <>
            <li>
              <a href={withQuery(addresses.search(null), { q })}>在全部机关中搜索</a>
            </li>
            <li>
              <a href={addresses.requests(organ)}>申请公开这条信息</a>（政府信息公开条例第二十七条）
            </li>
          </>
        )}
      </ul>
      {organ && tops.length > 0 && (
        <>
          <h2>按栏目查找</h2>
          <ul className="column-links">
            {tops.map(({ id, name }) => (
              <li key={id}>
                <a href={addresses.column(organ, id)}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
