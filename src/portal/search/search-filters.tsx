import { yearOf } from '../../days/plain-date.ts'
import { recordTypes } from '../../disclosure/record-type.ts'
import { validities } from '../../law/validity.ts'
import { withQuery } from '../disclosure/address.ts'
import { countIn } from '../disclosure/platform.ts'
import { addresses } from '../site.ts'
import type { SearchPageProps } from './search-page.tsx'

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

/** The field with what was typed, and by what else one may choose. */
export function SearchFilters({ organ, organs, platform, wish, today }: SearchPageProps) {
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
