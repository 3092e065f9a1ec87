import type { ReactNode } from 'react'

/** What was found of one severity, under its sign and its number. */
export function FindingGroup({ severity, label, mark, count, children }: FindingGroupProps) {
  return (
    <section className="findings" data-severity={severity} aria-label={label}>
      <h3>
        <span aria-hidden="true">{mark}</span> {label}（{count}）
      </h3>
      <ul>{children}</ul>
    </section>
  )
}

interface FindingGroupProps {
  readonly severity: string
  readonly label: string
  readonly mark: string
  readonly count: number
  readonly children: ReactNode
}
