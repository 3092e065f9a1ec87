import type { ReactNode } from 'react'

/** A titled part of the case page. */
export function Panel({ title, extra, count, children, id }: PanelProps) {
  return (
    <section className="panel case-panel" id={id} aria-label={title}>
      <header className="panel-head">
        <h2>
          {title}
          {count === undefined ? null : <span className="count">{count}</span>}
        </h2>
        {extra}
      </header>
      {children}
    </section>
  )
}

interface PanelProps {
  readonly title: string
  readonly extra?: ReactNode
  readonly count?: number
  readonly children: ReactNode
  readonly id?: string
}
