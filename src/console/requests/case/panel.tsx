import type { ReactNode } from 'react'

/** A titled part of the case page. */
export function Panel({ title, extra, count, children, id, printed = true }: PanelProps) {
  return (
    <section className={printed ? 'panel' : 'panel no-print'} id={id} aria-label={title}>
      <header className="panel-head">
        <h2>
          {title}
          {count === undefined ? null : <span className="quiet count">{count}</span>}
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
  /** Only for the screen when false. */
  readonly printed?: boolean
}
