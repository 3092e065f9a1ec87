import { withQuery } from '../disclosure/address.ts'
import { childrenOf } from '../disclosure/platform.ts'
import { addresses } from '../site.ts'
import { OrganChoice } from './direct-list.tsx'
import type { SearchPageProps } from './search-props.ts'

/** What to do where nothing of any kind is there: other words, other places, or asking for it with the words typed. */
export function NothingFound({ organ, organs, platform, wish, query }: SearchPageProps) {
  const tops = platform ? childrenOf(platform, 'fdzdgknr').filter(({ kind }) => kind !== 'guide') : []
  const links = organs.map((each) => ({ title: each.name, path: addresses.askFor(each, query.typed), about: '' }))
  return (
    <div className="problem">
      <p>可能是用词与标题、正文不同，也可能是这条信息没有主动公开。您可以：</p>
      <ul>
        <li>换一个更短、更常用的词{query.numbers.length === 0 && '，或者只写文号中的年份和序号，如“〔2026〕8号”'}</li>
        {organ && (
          <li>
            <a href={withQuery(addresses.search(null), { q: wish.q })}>在全部机关中搜索</a>
          </li>
        )}
        {organ && (
          <li>
            <a href={addresses.askFor(organ, query.typed)}>申请公开“{query.typed}”</a>
            （政府信息公开条例第二十七条）
          </li>
        )}
      </ul>
      {!organ && links.length > 0 && (
        <section aria-labelledby="ask">
          <h2 id="ask">向机关申请公开“{query.typed}”</h2>
          <p className="hint">
            没有主动公开的，可以向制作或者保存它的机关申请（政府信息公开条例第二十七条）。请选择机关：
          </p>
          <OrganChoice links={links} />
        </section>
      )}
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
