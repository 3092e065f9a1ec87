import { yearOf } from '../../days/plain-date.ts'
import { recordTypes } from '../../disclosure/record-type.ts'
import { validities } from '../../law/validity.ts'
import { withQuery } from '../disclosure/address.ts'
import { countIn } from '../disclosure/platform.ts'
import { each } from '../each.ts'
import { FormHead } from '../requests/draft-parts.tsx'
import { addresses } from '../site.ts'
import type { Facet } from './counts.ts'
import type { SearchPageProps } from './search-props.ts'
import { mostHits } from './store/found.ts'

interface Option {
  readonly id: string | number
  readonly label: string
  /** Its name among the counts. */
  readonly counted?: string
}

interface ChoiceProps {
  readonly facet: Facet
  readonly label: string
  readonly value: string | number | undefined
  readonly options: readonly Option[]
  readonly counts: SearchPageProps['counts']
}

/** One choice, each with how many it leaves: those that leave none are left out, unless more was found than is counted. */
function Choice({ facet, label, value, options, counts }: ChoiceProps) {
  const found: Readonly<Record<string, number>> | undefined = counts?.[facet]
  const isCapped = Object.values(found ?? {}).reduce((sum, count) => sum + count, 0) >= mostHits
  const countOf = ({ id, counted = String(id) }: Option) => found?.[counted] ?? 0
  const offered = options.filter((option) => !found || isCapped || countOf(option) > 0 || option.id === value)
  if (offered.length === 0) return null
  return (
    <span className="pick">
      <label className="fine" htmlFor={`search-${facet}`}>
        {label}
      </label>
      <select id={`search-${facet}`} name={facet} defaultValue={value ?? ''}>
        <option value="">全部</option>
        {offered.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
            {countOf(option) > 0 && `（${countOf(option)}${isCapped ? '+' : ''}）`}
          </option>
        ))}
      </select>
    </span>
  )
}

/** The field with what was typed, and by what else one may choose. */
export function SearchFilters(props: SearchPageProps) {
  const { organ, wish, suggested, view } = props
  return (
    <search aria-label="搜索">
      <form className="search-form" action={addresses.search(organ)} method="get">
        <FormHead display={view.display} next="搜索" />
        <label className="soft" htmlFor="search-q">
          搜索词
        </label>
        <div className="search-row">
          <input id="search-q" type="search" name="q" defaultValue={wish.q} list="search-words" />
          <datalist id="search-words">
            {each(suggested, (words) => (
              <option value={words} />
            ))}
          </datalist>
          <button className="small-button" type="submit">
            搜索
          </button>
        </div>
        {wish.sort === 'newest' && <input type="hidden" name="sort" value="newest" />}
        <Choices {...props} />
      </form>
      {organ && (
        <p className="soft">
          <a href={withQuery(addresses.search(null), { q: wish.q })}>在全部机关中搜索</a>
        </p>
      )}
    </search>
  )
}

function Choices({ organ, organs, platform, wish, counts, today }: SearchPageProps) {
  const thisYear = yearOf(today)
  const years = counts
    ? Object.keys(counts.year).map(Number)
    : (platform?.counts.map(({ year }) => year) ?? Array.from({ length: 10 }, (_, index) => thisYear - index))
  const offered = [...new Set([...years, ...(wish.year === undefined ? [] : [wish.year])])].sort((a, b) => b - a)
  const columns = platform?.columns.filter(({ id }) => countIn(platform, [id]) > 0) ?? []
  return (
    <div className="line-of picks">
      {!organ && organs.length > 1 && (
        <Choice
          facet="organ"
          label="机关"
          value={undefined}
          counts={counts}
          options={organs.map(({ id, slug, name }) => ({ id: slug, label: name, counted: String(id) }))}
        />
      )}
      {columns.length > 0 && (
        <Choice
          facet="column"
          label="栏目"
          value={wish.column}
          counts={counts}
          options={columns.map(({ id, name }) => ({ id, label: name }))}
        />
      )}
      <Choice facet="type" label="类型" value={wish.type} options={recordTypes} counts={counts} />
      <Choice
        facet="year"
        label="发布年份"
        value={wish.year}
        counts={counts}
        options={offered.map((year) => ({ id: year, label: `${year}年` }))}
      />
      <Choice facet="validity" label="有效性" value={wish.validity} options={validities} counts={counts} />
    </div>
  )
}
