import { longestQuery, mostRuns } from '../../search/query.ts'
import { withQuery } from '../disclosure/address.ts'
import { Pager } from '../disclosure/record-list.tsx'
import { crumbsTo, renderPage } from '../page.tsx'
import { addresses } from '../site.ts'
import { DirectList } from './direct-list.tsx'
import { NothingFound } from './nothing-found.tsx'
import { SearchFilters } from './search-filters.tsx'
import { SearchHits } from './search-hits.tsx'
import { isFiltered, type SearchPageProps, searchParameters } from './search-props.ts'
import { mostHits } from './store/found.ts'

/** Search: one field, filters, what was found with the hit marked, or what to do instead. */
export function searchPage(props: SearchPageProps): string {
  const { view, organ, wish, query, whyNothing } = props
  const isAsked = wish.q !== '' && whyNothing === null
  return renderPage({
    view,
    title: isAsked ? `搜索“${query.typed}”` : '搜索',
    shortTitle: '搜索',
    isSearch: true,
    isDisplayInForm: true,
    ...(isAsked && {
      feeds: [{ title: `搜索“${query.typed}”`, path: addresses.search(organ), parameters: searchParameters(wish) }],
    }),
    crumbs: crumbsTo(view),
    children: (
      <>
        <h1>{organ ? '搜索本机关公开的信息' : '搜索公开的信息'}</h1>
        <SearchFilters {...props} />
        {isAsked && (
          <>
            <NearMiss {...props} />
            <DirectList direct={props.direct} />
            <Results {...props} />
          </>
        )}
        {whyNothing !== null && (
          <p className="empty" role="alert">
            {whyNothing}
          </p>
        )}
        {!isAsked && <Hints />}
      </>
    ),
  })
}

function Results(props: SearchPageProps) {
  const { organ, wish, query, hits, total, direct, isLoose } = props
  const path = addresses.search(organ)
  const parameters = searchParameters(wish)
  const isNowhere = total === 0 && !isFiltered(wish) && direct.hits.length === 0 && direct.choice === null
  return (
    <section aria-labelledby="found">
      <h2 id="found" className="soft line-of apart list-count">
        <span role="status">{isNowhere ? `没有找到“${query.typed}”` : foundWords(props)}</span>
      </h2>
      {query.isCut && (
        <p className="empty" role="alert">
          搜索词过长：只用了前{longestQuery}个字、前{mostRuns}个词。
        </p>
      )}
      {total > 1 && <Sorting {...props} />}
      {hits.length > 0 && <SearchHits {...props} />}
      {(total === 0 || isLoose) && isFiltered(wish) && (
        <p>
          <a href={withQuery(path, { q: wish.q })}>去掉栏目、年份等条件，再找“{query.typed}”</a>
        </p>
      )}
      {isNowhere && <NothingFound {...props} />}
      {total > 0 && hits.length === 0 && (
        <p className="empty">
          这一页没有信息。<a href={withQuery(path, parameters)}>从第1页看起</a>
        </p>
      )}
      <Pager path={path} parameters={parameters} page={wish.page} total={total} />
    </section>
  )
}

function foundWords({ total, query, isLoose, wish }: SearchPageProps): string {
  if (total === 0)
    return isFiltered(wish)
      ? `没有找到符合所选条件的“${query.typed}”信息`
      : `没有找到包含“${query.typed}”的信息，请看上面直达的页面`
  const count = total >= mostHits ? `超过${mostHits}条` : `${total}条`
  if (query.sounds.length > 0) return `按拼音“${query.typed}”找到${count}信息`
  return isLoose
    ? `${isFiltered(wish) ? '符合所选条件的信息中，' : ''}没有完整包含“${query.typed}”的信息，以下${count}分别包含其中的词`
    : `找到${count}与“${query.typed}”有关的信息`
}

function NearMiss({ nearMiss, organ }: SearchPageProps) {
  if (nearMiss === undefined) return null
  return (
    <p>
      您是不是要找：<a href={withQuery(addresses.search(organ), { q: nearMiss })}>{nearMiss}</a>
    </p>
  )
}

const sortings = [
  { sort: 'best', label: '按相关' },
  { sort: 'newest', label: '按最新' },
] as const

function Sorting({ wish, organ }: SearchPageProps) {
  return (
    <nav className="filter" aria-label="排序">
      <ul>
        {sortings.map(({ sort, label }) => (
          <li key={sort}>
            <a
              href={withQuery(addresses.search(organ), searchParameters({ ...wish, sort }))}
              aria-current={sort === (wish.sort ?? 'best') ? 'true' : undefined}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Hints() {
  return (
    <div className="soft">
      <ul>
        <li>
          可以搜索标题、正文和附件中的词，两个字即可；只有一个字的，只在标题中查找。机关名称、栏目名称直接到相应页面。
        </li>
        <li>几个词之间用空格隔开，查找同时包含它们的信息；词前加“-”的排除，如“首问 -窗口”。</li>
        <li>标题也可以用拼音或者拼音首字母查找，如“shouwen”“swfz”。繁体字、简体字都可以。</li>
        <li>知道文号的，可以直接输入，如“〔2026〕8号”；括号和全角、半角不限。</li>
      </ul>
    </div>
  )
}
