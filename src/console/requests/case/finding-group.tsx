import type { ReactNode } from 'react'
import type { Severity } from '../../../disclosure/gates/finding.ts'
import type { Tone } from '../../states/state-mark.tsx'

const tones: Readonly<Record<Severity, Tone | undefined>> = { block: 'late', confirm: 'soon', hint: undefined }

/** What was found of one severity, under its sign and its number. */
export function FindingGroup({ severity, label, mark, count, children }: FindingGroupProps) {
  return (
    <section className="findings" aria-label={label}>
      <h3 data-tone={tones[severity]}>
        <span aria-hidden="true">{mark}</span> {label}（{count}）
      </h3>
      <ul>{children}</ul>
    </section>
  )
}

interface FindingGroupProps {
  readonly severity: Severity
  readonly label: string
  readonly mark: string
  readonly count: number
  readonly children: ReactNode
}
