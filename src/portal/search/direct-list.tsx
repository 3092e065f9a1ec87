import type { Direct, DirectHit } from './direct.ts'

/** So many stand open; a longer list is folded. */
const mostOpen = 40

/** 直达: pages that are just what was typed, above the list. */
export function DirectList({ direct: { hits, choice } }: { readonly direct: Direct }) {
  if (hits.length === 0 && choice === null) return null
  return (
    <section aria-labelledby="direct">
      <h2 id="direct" className="soft line-of list-count">
        直达
      </h2>
      {hits.length > 0 && (
        <ul className="rows record-rows direct">
          {hits.map(({ title, path, about, publishedOn }) => (
            <li key={path} className="whole-row">
              <a href={path}>{title}</a>
              {publishedOn && <time dateTime={publishedOn}>{publishedOn}</time>}
              <p className="fine row-facts">{about}</p>
            </li>
          ))}
        </ul>
      )}
      {choice && (
        <>
          <p className="hint">{choice.title}</p>
          <OrganChoice links={choice.links} />
        </>
      )}
    </section>
  )
}

/** A page of one kind for each organ. */
export function OrganChoice({ links }: { readonly links: readonly DirectHit[] }) {
  const list = (
    <ul className="column-links">
      {links.map(({ title, path }) => (
        <li key={path}>
          <a href={path}>{title}</a>
        </li>
      ))}
    </ul>
  )
  if (links.length <= mostOpen) return list
  return (
    <details>
      <summary>共{links.length}个机关</summary>
      {list}
    </details>
  )
}
