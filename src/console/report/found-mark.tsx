import type { Finding, Severity } from '../../report/finding.ts'

const marks = { error: '■', warning: '▲', note: '○' } as const

/** The gravest of what is found in a cell: an error, else whatever stands first; undefined where nothing is found. */
export const worstOf = (found: readonly Finding[]): Severity | undefined =>
  found.some(({ severity }) => severity === 'error') ? 'error' : found[0]?.severity

/** The sign before a figure in which something is found. */
export const FoundMark = ({ worst }: { worst: Severity | undefined }) =>
  worst ? (
    <span data-mark={worst} aria-hidden="true">
      {marks[worst]}
    </span>
  ) : null
