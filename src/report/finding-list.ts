import type { Finding, Severity } from './finding.ts'

const order = { error: 0, warning: 1, note: 2 } as const satisfies Record<Severity, number>

/** The same fault seen twice: by the reader and by the checks, or from two sides. */
const identity = ({ code, row, column, actual, message }: Finding): string => {
  if (code === 'MIXED_FORMAT' || code === 'OUTDATED_FORMAT' || code === 'FEE_STATEMENT_MISSING') return code
  if (code === 'MISSING_SECTION') return `${code} ${row}`
  return row === undefined ? `${code} ${message}` : JSON.stringify([code, row, column, actual, message])
}

/** All findings, each fault once (the first to report it is kept), errors first, otherwise in the order given. */
export function gatherFindings(...lists: readonly (readonly Finding[])[]): Finding[] {
  const seen = new Map<string, Finding>()
  for (const finding of lists.flat()) {
    const key = identity(finding)
    if (!seen.has(key)) seen.set(key, finding)
  }
  return [...seen.values()].sort((left, right) => order[left.severity] - order[right.severity])
}

export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'error')
