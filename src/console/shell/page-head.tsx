import { type ReactNode, useEffect } from 'react'

/** A page's title, also in the browser's tab, with what can be done on the whole page. */
export function PageHead({ title, lead, children }: { title: string; lead?: ReactNode; children?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · 开诚`
  }, [title])
  return (
    <header className="page-head">
      <div className="grow">
        <h1>{title}</h1>
        {lead ? <p className="quiet">{lead}</p> : null}
      </div>
      <div className="row">{children}</div>
    </header>
  )
}
