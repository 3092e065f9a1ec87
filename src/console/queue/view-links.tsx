import { Link } from 'react-router'
import { query } from '../api.ts'
import { type ViewId, views } from './views.ts'

/** The views as links: each has its address, and a search goes on in another view. */
export function ViewLinks({ view, first, q }: { view: ViewId; first: ViewId; q: string }) {
  return (
    <nav className="view-links" aria-label="查看">
      {views.map(({ id, label }) => (
        <Link
          key={id}
          to={{ search: query({ view: id === first ? undefined : id, q }) }}
          aria-current={id === view ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
