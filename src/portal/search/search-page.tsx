import type { PlainDate } from '../../days/plain-date.ts'
import { longestQuery, mostRuns, type Query } from '../../disclosure/search/query.ts'
import { type Hit, mostHits } from '../../disclosure/store/search.ts'
import type { Organ } from '../../organs/organ.ts'
import { withQuery } from '../disclosure/address.ts'
import type { Platform } from '../disclosure/platform.ts'
import { Pager } from '../disclosure/record-list.tsx'
import type { SearchWish } from '../disclosure/wanted.ts'
import { crumbsTo, renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'
import type { Direct } from './direct.ts'
import { DirectList } from './direct-list.tsx'
import { NothingFound } from './nothing-found.tsx'
import { SearchFilters } from './search-filters.tsx'
import { SearchHits } from './search-hits.tsx'

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
  /** Pages that are what was typed. */
  readonly direct: Direct
  readonly today: PlainDate
}

export const searchParameters = ({ q, column, type, year, validity }: SearchWish) => ({
  q,
  column,
  type,
  year,
  validity,
})

/** Whether more than words was chosen. */
export const isFiltered = (wish: SearchWish): boolean => {
  const { q: _, ...filters } = searchParameters(wish)
  return Object.values(filters).some((value) => value !== undefined)
}

/** Search: one field, filters, what was found with the hit marked, or what to do instead. */
export function searchPage(props: SearchPageProps): string {
  const { view, organ, wish, query, hits, total, direct } = props
  const path = addresses.search(organ)
  const isAsked = query.runs.length > 0
  const isNowhere = total === 0 && direct.hits.length === 0 && direct.choice === null
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
        <SearchFilters {...props} />
        <DirectList direct={direct} />
        {isAsked && (
          <section aria-labelledby="found">
            <h2 id="found" className="soft line-of apart list-count">
              <span role="status">{isNowhere ? `没有找到“${query.typed}”` : foundWords(props)}</span>
            </h2>
            {query.isCut && (
              <p className="empty" role="alert">
                搜索词过长：只用了前{longestQuery}个字、前{mostRuns}个词。
              </p>
            )}
            {hits.length > 0 && <SearchHits {...props} />}
            {total === 0 && isFiltered(wish) && (
              <p>
                <a href={withQuery(path, { q: wish.q })}>去掉栏目、年份等条件，再找“{query.typed}”</a>
              </p>
            )}
            {isNowhere && <NothingFound {...props} />}
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

function foundWords({ total, query, isLoose, wish }: SearchPageProps): string {
  if (total === 0)
    return isFiltered(wish)
      ? `没有找到符合所选条件的“${query.typed}”信息`
      : `没有找到包含“${query.typed}”的信息，请看上面直达的页面`
  const count = total >= mostHits ? `超过${mostHits}条` : `${total}条`
  return isLoose
    ? `没有完整包含“${query.typed}”的信息，以下${count}分别包含其中的词`
    : `找到${count}与“${query.typed}”有关的信息`
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
