import type { Organ } from '../../organs/organ.ts'
import { addresses } from '../site.ts'

interface Props {
  /** Null: the whole site. */
  readonly organ: Organ | null
  /** Of the field; a page may hold two forms. */
  readonly id: string
  readonly value?: string
}

/** One field and one button, on every page that may leave somebody at a loss. */
export function SearchForm({ organ, id, value = '' }: Props) {
  return (
    <search aria-label={organ ? '搜索本机关公开的信息' : '搜索公开的信息'}>
      <form className="search-form" action={addresses.search(organ)} method="get">
        <label className="soft" htmlFor={id}>
          {organ ? '搜索本机关公开的信息' : '搜索公开的信息'}
        </label>
        <div className="search-row">
          <input id={id} type="search" name="q" defaultValue={value} placeholder="标题、文号或者正文中的词" />
          <button className="small-button" type="submit">
            搜索
          </button>
        </div>
      </form>
    </search>
  )
}
