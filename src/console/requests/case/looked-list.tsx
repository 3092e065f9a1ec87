import type { ReactNode } from 'react'
import type { EnclosureFinding } from '../../../requests/case-view.ts'
import { FindingGroup } from './finding-group.tsx'

const groups = [
  { severity: 'block', label: '必须换掉或者改正', mark: '■' },
  { severity: 'confirm', label: '请换掉附件，或者逐项说明理由', answered: '发现的问题和经办人说明的理由', mark: '▲' },
  { severity: 'hint', label: '提示', mark: '○' },
] as const

/** What was seen in the files that an answer gives, the gravest first; `asking` takes the reason, where one is asked. */
export function LookedList({ findings, asking }: LookedListProps) {
  return groups.map(({ severity, mark, ...labels }) => {
    const label = !asking && 'answered' in labels ? labels.answered : labels.label
    const own = findings.filter((finding) => finding.severity === severity)
    if (own.length === 0) return null
    return (
      <FindingGroup key={severity} severity={severity} label={label} mark={mark} count={own.length}>
        {own.map((finding) => (
          <li key={`${finding.fileId} ${finding.kind}`}>
            <strong>{finding.name}</strong>
            <span>{finding.message}</span>
            {finding.where ? <span className="quoted">{finding.where}</span> : null}
            {finding.reason ? <span>说明的理由：{finding.reason}</span> : null}
            {severity === 'confirm' ? asking?.(finding) : null}
          </li>
        ))}
      </FindingGroup>
    )
  })
}

interface LookedListProps {
  readonly findings: readonly EnclosureFinding[]
  readonly asking?: (finding: EnclosureFinding) => ReactNode
}
