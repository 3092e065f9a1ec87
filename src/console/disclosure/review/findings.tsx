import type { Finding, Severity } from '../../../disclosure/gates/finding.ts'
import { groundOf } from '../../../disclosure/gates/rules.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { FindingGroup } from '../../requests/case/finding-group.tsx'
import { Panel } from '../../requests/case/panel.tsx'
import { Place } from '../place.tsx'
import { placeLabel } from '../place-label.ts'

const groups: readonly { readonly severity: Severity; readonly label: string; readonly mark: string }[] = [
  { severity: 'block', label: '必须改正，否则不能送审、发布', mark: '■' },
  { severity: 'confirm', label: '请改正，或者送审时逐项说明理由', mark: '▲' },
  { severity: 'hint', label: '提示', mark: '○' },
]

/** What the gates see in the text that is saved, the gravest first; each leads to its place. */
export function FindingsPanel({ view, findings }: { view: RecordView; findings: readonly Finding[] }) {
  return (
    <Panel id="findings" title="检查结果" count={findings.length} printed={false}>
      {findings.length === 0 ? <p data-tone="done">✓ 没有发现问题。</p> : null}
      <FindingsList view={view} findings={findings} />
    </Panel>
  )
}

/** Findings by how grave they are. */
export function FindingsList({ view, findings }: { view: RecordView; findings: readonly Finding[] }) {
  return (
    <>
      {groups.map(({ severity, label, mark }) => {
        const own = findings.filter((finding) => finding.severity === severity)
        if (own.length === 0) return null
        return (
          <FindingGroup key={severity} severity={severity} label={label} mark={mark} count={own.length}>
            {own.map(({ gate, place, message, excerpt, href }) => (
              <li key={`${gate} ${place} ${message} ${excerpt}`}>
                <Place place={place}>{placeLabel(place, view)}</Place>
                <span>{message}</span>
                {excerpt ? <q>{excerpt}</q> : null}
                {href ? (
                  <a href={href} target="_blank" rel="noreferrer">
                    查看已公开的这一条
                  </a>
                ) : null}
                {groundOf(gate) ? <span className="quiet">依据：{groundOf(gate)}</span> : null}
              </li>
            ))}
          </FindingGroup>
        )
      })}
    </>
  )
}
